import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { type ErrorCode, toErrorReply } from '../../core/errors'
import type { Analyser } from '../analysis/analyser'
import type { Found } from './check'
import { hasSoundLibrary } from './sound-library'

/** `resources/decoder-samples/index.json`: one short file a format. */
const indexSchema = z.array(z.object({ file: z.string().regex(/^[\w.-]+$/), format: z.string() })).min(1)

/** Every decoder on a built-in file of its own. */
export async function checkDecoders(resources: string, analyser: Pick<Analyser, 'analyse'>): Promise<Found> {
  const folder = join(resources, 'decoder-samples')
  const samples = await readFile(join(folder, 'index.json'), 'utf8')
    .then((text) => indexSchema.parse(JSON.parse(text)))
    .catch(() => null)
  if (!samples) return { status: 'failed', finding: 'nothing-stored', values: { path: folder } }
  const formats = samples.map(({ format }) => format)
  const failed: string[] = []
  for (const { file, format } of samples) {
    const code = await codeOf(analyser.analyse({ input: { path: join(folder, file) }, wantsPictures: false }))
    // The decoders sit behind the network: without it nothing is known about them.
    if (code === 'model-missing' || code === 'model-damaged') {
      return { status: 'warning', finding: 'not-tried', values: { formats } }
    }
    if (code !== null) failed.push(format)
  }
  if (failed.length === 0) return { status: 'ok', finding: 'ok', values: { formats } }
  const finding = (await hasSoundLibrary()) ? 'some-failed' : 'sound-library-missing'
  return { status: 'failed', finding, values: { formats, failed } }
}

/** Null where it went well, or only what came after the decoder did not. */
async function codeOf(analysis: Promise<unknown>): Promise<ErrorCode | null> {
  try {
    await analysis
    return null
  } catch (error) {
    const { code } = toErrorReply(error)
    return code === 'audio-too-short' ? null : code
  }
}
