import { readFileSync } from 'node:fs'
import type { Pcg } from '../../src/core/pcg'

/** A mono 16-bit WAV with a 44-byte header, as the fixtures are. */
export function readWav16(file: URL): Pcg {
  const bytes = readFileSync(file)
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const samples = Float32Array.from(
    { length: (bytes.byteLength - 44) >> 1 },
    (_, n) => view.getInt16(44 + 2 * n, true) / 32768
  )
  return { samples, sampleRate: view.getUint32(24, true) }
}
