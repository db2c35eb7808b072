import { join } from 'node:path'
import { encodeWav } from '../../src/core/wav'
import { ROOT } from './built'

const GOLDEN = join(ROOT, 'tests', 'fixtures', 'golden')

/** Real recordings, in the repository. */
export const HEARTS = ['a0002', 'b0052', 'e00038', 'e00537'].map((name) => join(GOLDEN, `${name}.flac`))

/** Seconds of the same value: no heart, no sound. */
export function silence(durationS: number, sampleRate = 2000): Uint8Array {
  return encodeWav({ samples: new Float32Array(durationS * sampleRate), sampleRate }, { bitDepth: 16 })
}
