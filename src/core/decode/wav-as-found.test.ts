import { describe, expect, it } from 'vitest'
import { chunk, format, int16, riff } from '../../../tests/builders/wav-file'
import { joined } from './bytes'
import { readPlainFile } from './plain-file'

const RATE = 2000
const wave = Float32Array.from({ length: 4000 }, (_, n) => 0.5 * Math.sin((2 * Math.PI * 50 * n) / RATE + 0.3))
const [early, late] = [wave.subarray(0, 1000), wave.subarray(1000)]
const data = (samples: Float32Array) => chunk('data', int16(samples))

async function read(bytes: Uint8Array) {
  const { pcg, findings } = await readPlainFile(bytes, RATE)
  return { samples: pcg.samples, findings: findings.map(({ code }) => code) }
}

function expectWave(samples: Float32Array, digits = 4): void {
  expect(samples.length).toBe(wave.length)
  for (const [n, sample] of samples.entries()) expect(sample).toBeCloseTo(wave[n]!, digits)
}

/** Each sample as an integer of `bits`, at the top or the bottom of four bytes. */
function inFourBytes(bits: number, isAtTop: boolean): Uint8Array {
  const shift = isAtTop ? 32 - bits : 0
  return new Uint8Array(Int32Array.from(wave, (sample) => Math.round(sample * (2 ** (bits - 1) - 1)) << shift).buffer)
}

describe('WAV as other programs write it', () => {
  it.each([
    ['24 bits at the top of four bytes', 24, true],
    ['24 bits at the bottom of four bytes', 24, false],
    ['16 bits at the top of four bytes', 16, true],
    ['16 bits at the bottom of four bytes', 16, false]
  ])('reads %s', async (_, bits, isAtTop) => {
    const bytes = riff(format({ bits, frameBytes: 4 }), chunk('data', inFourBytes(bits, isAtTop)))
    expectWave((await read(bytes)).samples)
  })

  it('keeps the lowest bits of samples that fill their four bytes and claim fewer', async () => {
    const filled = new Uint8Array(Int32Array.from(wave, (sample) => Math.round(sample * 2 ** 31)).buffer)
    expectWave((await read(riff(format({ bits: 24, frameBytes: 4 }), chunk('data', filled)))).samples, 6)
  })

  it('passes over bytes that a frame holds beside its samples', async () => {
    const frames = new Uint8Array(6 * wave.length)
    const samples = int16(wave)
    for (let n = 0; n < wave.length; n++) frames.set([...samples.subarray(2 * n, 2 * n + 2), 9, 9, 9, 9], 6 * n)
    expectWave((await read(riff(format({ frameBytes: 6 }), chunk('data', frames)))).samples)
  })

  it.each([
    ['', false],
    [' and is there', true]
  ])('finds the sound behind a chunk of odd length whose pad byte is missing%s', async (_, isPadded) => {
    const list = chunk('LIST', new Uint8Array(21).fill(0x41), { isPadded })
    expectWave((await read(riff(format({}), list, data(wave)))).samples)
  })

  it('reads on where a data chunk is empty and the sound follows in another', async () => {
    const bytes = riff(format({}), chunk('data', new Uint8Array(0)), chunk('LIST', new Uint8Array(4)), data(wave))
    expectWave((await read(bytes)).samples)
  })

  it.each([0, 0xffffffff, 0x7ffff000])(
    'takes the claimed length %d for one that was never filled in',
    async (claimed) => {
      const { samples, findings } = await read(riff(format({}), chunk('data', int16(wave), { claimed })))
      expectWave(samples)
      expect(findings).toEqual([])
    }
  )
})

describe('WAV in several parts', () => {
  it('reads sound that lies in two chunks', async () => {
    expectWave((await read(riff(format({}), data(early), chunk('LIST', new Uint8Array(4)), data(late)))).samples)
  })

  it.each([undefined, 0, 0xffffffff])('reads files that were joined whole, the first claiming %s', async (claimed) => {
    const first = riff(format({}), chunk('data', int16(early), claimed === undefined ? {} : { claimed }))
    const { samples, findings } = await read(joined([first, riff(format({}), data(late))]))
    expectWave(samples)
    expect(findings).toEqual([])
  })

  it('says that a part of another rate was left out', async () => {
    const other = riff(format({ sampleRate: 8000 }), data(late))
    const { samples, findings } = await read(joined([riff(format({}), data(wave)), other]))
    expectWave(samples)
    expect(findings).toEqual(['part-left-out'])
  })
})

describe('WAV that is not all there', () => {
  it('is read up to where it was cut, and said to be cut short', async () => {
    const whole = riff(format({}), data(wave))
    const { samples, findings } = await read(whole.subarray(0, whole.length - 2000))
    expect(samples.length).toBe(3000)
    expect(findings).toEqual(['cut-short'])
  })

  const withGap = (count: number) => {
    const floats = wave.slice().fill(Number.NaN, 100, 100 + count)
    return riff(format({ tag: 3, bits: 32 }), chunk('data', new Uint8Array(floats.buffer)))
  }

  it('is silent where it holds no numbers, and says for how long', async () => {
    const { pcg, findings } = await readPlainFile(withGap(500), RATE)
    expect([...pcg.samples.subarray(100, 600)].every((sample) => sample === 0)).toBe(true)
    expect(findings).toEqual([{ code: 'muted', durationS: 0.25 }])
  })

  it('is refused where half of it holds no numbers', async () => {
    await expect(read(withGap(2000))).rejects.toMatchObject({ code: 'audio-damaged' })
  })
})
