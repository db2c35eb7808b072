import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import type { Sample } from '../contracts/recording'
import { AppError } from '../core/errors'

const sampleSchema = z.object({
  /** Does not give the label away, which is shown only after the answer. */
  name: z.string(),
  record: z.string(),
  database: z.string(),
  label: z.enum(['normal', 'abnormal']),
  diagnosis: z.string(),
  durationS: z.number(),
  source: z.string(),
  licence: z.string(),
  file: z.string().regex(/^[\w-]+\.flac$/)
})

/** The real recordings that ship with the program. */
export interface Samples {
  list(): Promise<Sample[]>
  /** @throws {AppError} `recording-not-found` */
  read(id: string): Promise<{ sample: Sample; bytes: Uint8Array }>
}

/** @param folder with `samples.json` and its files */
export function openSamples(folder: string): Samples {
  const read = async () => {
    const listed = z.array(sampleSchema).parse(JSON.parse(await readFile(join(folder, 'samples.json'), 'utf8')))
    return listed.map(({ name, ...sample }) => ({ ...sample, id: sample.record, title: name }))
  }
  return {
    list: async () => (await read()).map(({ file: _, ...sample }) => sample),
    async read(id) {
      const found = (await read()).find((sample) => sample.id === id)
      if (!found) throw new AppError('recording-not-found', `no sample ${id}`)
      const { file, ...sample } = found
      return { sample, bytes: await readFile(join(folder, file)) }
    }
  }
}
