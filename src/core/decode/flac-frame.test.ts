import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { BitReader, padded } from './bit-reader'
import { crc8, crc16 } from './crc'
import { decodeFrame } from './flac-frame'

/** Writes bits, most significant first: the encoder that the decoder is the inverse of. */
class BitWriter {
  private text = ''

  bits(value: number | bigint, count: number): this {
    this.text += BigInt.asUintN(count, BigInt(value)).toString(2).padStart(count, '0').slice(0, count)
    return this
  }

  unary(zeros: number): this {
    this.text += `${'0'.repeat(zeros)}1`
    return this
  }

  bytes(): Uint8Array {
    const text = this.text.padEnd(Math.ceil(this.text.length / 8) * 8, '0')
    return Uint8Array.from(text.match(/.{8}/g) ?? [], (byte) => Number.parseInt(byte, 2))
  }
}

type Residual = { kind: 'rice'; parameter: number } | { kind: 'plain' }

interface Coding {
  /** Verbatim, or the order of a fixed predictor. */
  predictor: 'verbatim' | 0 | 1 | 2 | 3 | 4
  residual: Residual
  wastedBits: number
}

function differences(samples: number[], order: number): number[] {
  if (order === 0) return samples
  return differences(
    samples.map((sample, n) => (n === 0 ? sample : sample - samples[n - 1]!)),
    order - 1
  )
}

function writeSubframe(
  writer: BitWriter,
  all: number[],
  bits: number,
  { predictor, residual, wastedBits }: Coding
): void {
  const width = bits - wastedBits
  const samples = all.map((sample) => sample / 2 ** wastedBits)
  writer.bits(0, 1).bits(predictor === 'verbatim' ? 1 : 8 + predictor, 6)
  if (wastedBits > 0) writer.bits(1, 1).unary(wastedBits - 1)
  else writer.bits(0, 1)
  const order = predictor === 'verbatim' ? samples.length : predictor
  for (const sample of samples.slice(0, order)) writer.bits(sample, width)
  if (predictor === 'verbatim') return
  const rest = differences(samples, order).slice(order)
  writer.bits(1, 2).bits(0, 4)
  if (residual.kind === 'plain') {
    writer.bits(31, 5).bits(31, 5)
    for (const value of rest) writer.bits(value, 31)
    return
  }
  writer.bits(residual.parameter, 5)
  for (const value of rest) {
    const folded = value >= 0 ? 2 * value : -2 * value - 1
    writer.unary(Math.floor(folded / 2 ** residual.parameter)).bits(folded, residual.parameter)
  }
}

const SIZE_CODES: Readonly<Record<number, number>> = { 8: 1, 12: 2, 16: 4, 20: 5, 24: 6, 32: 7 }

function writeFrame(channels: number[][], channelMode: number, bits: number, codings: Coding[]): Uint8Array {
  const length = channels[0]!.length
  const header = new BitWriter().bits(0xfff8, 16).bits(7, 4).bits(0, 4).bits(channelMode, 4)
  header
    .bits(SIZE_CODES[bits] ?? 0, 3)
    .bits(0, 1)
    .bits(0, 8)
    .bits(length - 1, 16)
  const checked = header.bytes()
  const writer = header.bits(crc8(checked, 0, checked.length), 8)
  const [a, b] = channels as [number[], number[]]
  const side = a.map((sample, n) => sample - (b?.[n] ?? 0))
  const mid = a.map((sample, n) => Math.floor((sample + (b?.[n] ?? 0)) / 2))
  const coded = { 8: [a, side], 9: [side, b], 10: [mid, side] }[channelMode] ?? channels
  for (const [channel, samples] of coded.entries()) {
    writeSubframe(writer, samples, bits + (samples === side ? 1 : 0), codings[channel]!)
  }
  const body = writer.bytes()
  return Uint8Array.from([...body, ...new BitWriter().bits(crc16(body, 0, body.length), 16).bytes()])
}

function decoded(frame: Uint8Array, channelCount: number, bits: number): number[][] {
  const bytes = padded(frame)
  const info = { sampleRate: 2000, channelCount, bitsPerSample: bits, totalLength: 0 }
  const channels = decodeFrame(new BitReader(bytes), bytes, info)
  return channels.map((samples) => [...samples].map((sample) => sample * 2 ** (bits - 1)))
}

const codings: fc.Arbitrary<Coding> = fc.record({
  predictor: fc.constantFrom<Coding['predictor'][]>('verbatim', 0, 1, 2, 3, 4),
  residual: fc.oneof(
    fc.record({ kind: fc.constant('rice' as const), parameter: fc.integer({ min: 0, max: 12 }) }),
    fc.constant({ kind: 'plain' as const })
  ),
  wastedBits: fc.constant(0)
})
const integers = (bits: number) => fc.integer({ min: -(2 ** (bits - 1)), max: 2 ** (bits - 1) - 1 })
const soft = fc.array(integers(10), { minLength: 5, maxLength: 60 })

describe('a FLAC frame', { timeout: 30_000 }, () => {
  it('comes back exactly from every predictor and residual coding', () => {
    fc.assert(
      fc.property(soft, codings, (samples, coding) => {
        expect(decoded(writeFrame([samples], 0, 16, [coding]), 1, 16)).toEqual([samples])
      })
    )
  })

  it.each([0b0001, 8, 9, 10])('comes back exactly in stereo (channel mode %i)', (channelMode) => {
    fc.assert(
      fc.property(soft, codings, codings, fc.integer(), (left, first, second, seed) => {
        const right = left.map((sample, n) => ((sample * 7 + seed + n * 31) % 512) | 0)
        const frame = writeFrame([left, right], channelMode, 16, [first, second])
        expect(decoded(frame, 2, 16)).toEqual([left, right])
      })
    )
  })

  it.each([4, 8, 12, 16, 20, 24])('comes back exactly at full scale with %i bits a sample', (bits) => {
    const loud = fc.array(integers(bits), { minLength: 5, maxLength: 30 })
    fc.assert(
      fc.property(loud, loud, (a, b) => {
        const length = Math.min(a.length, b.length)
        const channels = [a.slice(0, length), b.slice(0, length)]
        const coding: Coding = { predictor: 'verbatim', residual: { kind: 'plain' }, wastedBits: 0 }
        expect(decoded(writeFrame(channels, 10, bits, [coding, coding]), 2, bits)).toEqual(channels)
      })
    )
  })

  it('carries the 33 bits of a difference of 32-bit samples', () => {
    const coding: Coding = { predictor: 'verbatim', residual: { kind: 'plain' }, wastedBits: 0 }
    const channels = [
      [2 ** 31 - 256, -(2 ** 31), 0, 1024],
      [-(2 ** 31), 2 ** 31 - 256, 256, -1024]
    ]
    expect(decoded(writeFrame(channels, 8, 32, [coding, coding]), 2, 32)).toEqual(channels)
  })

  it('puts wasted bits back', () => {
    const samples = [0, 8, -16, 24, 4096, -8]
    for (const predictor of ['verbatim', 1, 2] as const) {
      const coding: Coding = { predictor, residual: { kind: 'rice', parameter: 9 }, wastedBits: 3 }
      expect(decoded(writeFrame([samples], 0, 16, [coding]), 1, 16)).toEqual([samples])
    }
  })

  it('is refused when any bit of it is wrong', () => {
    const coding: Coding = { predictor: 2, residual: { kind: 'rice', parameter: 4 }, wastedBits: 0 }
    const frame = writeFrame([[1, 5, -9, 30, 22, 4, 0, -3]], 0, 16, [coding])
    for (let bit = 0; bit < frame.length * 8; bit++) {
      const wrong = frame.slice()
      wrong[bit >> 3] = wrong[bit >> 3]! ^ (0x80 >> (bit & 7))
      expect(() => decoded(wrong, 1, 16), `bit ${bit}`).toThrow()
    }
  })
})
