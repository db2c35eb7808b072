import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { toErrorReply } from '../../core/errors'
import type { Analyser } from '../analysis/analyser'
import type { Found } from './found'
import { hasSoundLibrary } from './sound-library'

/** `resources/decoder-samples/index.json`: one short file a decoder, and how long its sound is. */
const indexSchema = z
  .array(
    z.object({
      file: z.string().regex(/^[\w.-]+$/),
      container: z.string(),
      codec: z.string(),
      durationS: z.number().positive()
    })
  )
  .min(1)

type Sample = z.infer<typeof indexSchema>[number]

/** A lossy coder pads its last packet. */
const TOLERANCE_S = 0.1

/** Every decoder on a built-in file of its own. */
export async function checkDecoders(resources: string, analyser: Pick<Analyser, 'analyse'>): Promise<Found> {
  const folder = join(resources, 'decoder-samples')
  const samples = await readFile(join(folder, 'index.json'), 'utf8')
    .then((text) => indexSchema.parse(JSON.parse(text)))
    .catch(() => null)
  if (!samples) return { status: 'failed', finding: 'nothing-stored', values: { path: folder } }
  const formats = samples.map(nameOf)
  const failed: string[] = []
  for (const sample of samples) {
    const heard = await hear(join(folder, sample.file), analyser)
    // The decoders sit behind the network: without it nothing is known about them.
    if (heard === 'no-model') return { status: 'warning', finding: 'not-tried', values: { formats } }
    if (heard === null || Math.abs(heard - sample.durationS) > TOLERANCE_S) failed.push(nameOf(sample))
  }
  if (failed.length === 0) return { status: 'ok', finding: 'ok', values: { formats } }
  const finding = (await hasSoundLibrary()) ? 'some-failed' : 'sound-library-missing'
  return { status: 'failed', finding, values: { formats, failed } }
}

function nameOf({ container, codec }: Sample): string {
  return codec.includes(container) ? codec : `${codec} in ${container}`
}

/** Seconds of sound that were decoded; null where it could not be. The samples may be too short to be analysed. */
async function hear(path: string, analyser: Pick<Analyser, 'analyse'>): Promise<number | 'no-model' | null> {
  try {
    const { analysis } = await analyser.analyse({ input: { path }, wantsPictures: false })
    return analysis.durationS
  } catch (error) {
    const { code, values } = toErrorReply(error)
    if (code === 'model-missing' || code === 'model-damaged') return 'no-model'
    return code === 'audio-too-short' ? Number(values['durationS']) : null
  }
}
