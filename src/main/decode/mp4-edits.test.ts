import { describe, expect, it } from 'vitest'
import { readFixture } from '../../../tests/fixtures/audio/fixtures'
import { decode } from './decode'

const TARGET = 8000
const hear = async (bytes: Uint8Array) => (await decode(bytes, { targetRate: TARGET, channel: 0 })).pcg.samples

/** The file as if a person had trimmed it, without writing it anew: only its edit list tells. */
function trimmed(
  file: string,
  { startS, lengthS, rate }: { startS: number; lengthS: number; rate: number }
): Uint8Array {
  const bytes = readFixture(file)
  const at = Buffer.from(bytes).indexOf('elst')
  expect(at).toBeGreaterThan(0)
  const view = new DataView(bytes.buffer)
  view.setUint32(at + 12, lengthS * 1000)
  view.setInt32(at + 16, view.getInt32(at + 16) + startS * rate)
  return bytes
}

describe('a trimmed MP4 file', { timeout: 30_000 }, () => {
  it.each([
    ['aac-8k.m4a', 8000],
    ['flac-8k.mp4', 8000],
    ['s16be-8k-stereo.mov', 8000],
    ['opus.mp4', 48_000]
  ])('gives what its edit list keeps, no more (%s)', async (file, rate) => {
    const whole = await hear(readFixture(file))
    const kept = await hear(trimmed(file, { startS: 0.25, lengthS: 0.25, rate }))
    expect(kept.length).toBe(0.25 * TARGET)
    // At the edges resampling knows nothing of what lies beyond.
    const middle = (start: number, samples: Float32Array) => samples.subarray(start + 300, start + 1700)
    for (const [n, sample] of middle(0, kept).entries()) {
      expect(sample).toBeCloseTo(middle(0.25 * TARGET, whole)[n]!, 3)
    }
  })

  it('keeps the end that only an encoder’s last frame filled', async () => {
    const bytes = readFixture('aac-8k.m4a')
    expect((await hear(bytes)).length).toBe(1.28 * TARGET)
  })
})
