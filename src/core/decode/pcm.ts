import { A_LAW, MU_LAW } from './g711'

/** Uncompressed sample formats by mediabunny's names, with what they are called and their size. */
const FORMATS = {
  'pcm-u8': { name: '8-bit PCM', byteLength: 1, read: readU8 },
  'pcm-s8': { name: '8-bit PCM', byteLength: 1, read: readS8 },
  'pcm-s16': { name: '16-bit PCM', byteLength: 2, read: readS16 },
  'pcm-s16be': { name: '16-bit PCM', byteLength: 2, read: readS16be },
  'pcm-s24': { name: '24-bit PCM', byteLength: 3, read: readS24 },
  'pcm-s24be': { name: '24-bit PCM', byteLength: 3, read: readS24be },
  'pcm-s32': { name: '32-bit PCM', byteLength: 4, read: readS32 },
  'pcm-s32be': { name: '32-bit PCM', byteLength: 4, read: readS32be },
  'pcm-f32': { name: '32-bit float PCM', byteLength: 4, read: readF32 },
  'pcm-f32be': { name: '32-bit float PCM', byteLength: 4, read: readF32be },
  'pcm-f64': { name: '64-bit float PCM', byteLength: 8, read: readF64 },
  'pcm-f64be': { name: '64-bit float PCM', byteLength: 8, read: readF64be },
  ulaw: { name: 'mu-law', byteLength: 1, read: readMuLaw },
  alaw: { name: 'A-law', byteLength: 1, read: readALaw }
} satisfies Record<string, { name: string; byteLength: number; read: ReadChannel }>

export type PcmFormat = keyof typeof FORMATS

/** Fills `samples` from every `stride`-th byte position of `view`, counted from `offset`. */
type ReadChannel = (view: DataView, offset: number, stride: number, samples: Float32Array) => void

export function isPcmFormat(codec: string): codec is PcmFormat {
  return Object.hasOwn(FORMATS, codec)
}

export function pcmFormatName(format: PcmFormat): string {
  return FORMATS[format].name
}

/** Bytes of one sample of one channel. */
export function pcmByteLength(format: PcmFormat): number {
  return FORMATS[format].byteLength
}

/**
 * Interleaved samples as one float array a channel; an n-bit integer x becomes x / 2^(n-1), exactly up to 24 bits.
 *
 * @param bytes whole frames; what is left over at the end is not read
 * @param frameByteLength distance from one frame to the next, in bytes
 */
export function readPcm(
  bytes: Uint8Array,
  format: PcmFormat,
  channelCount: number,
  frameByteLength = channelCount * pcmByteLength(format)
): Float32Array[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const length = Math.floor(bytes.length / frameByteLength)
  const { read } = FORMATS[format]
  return Array.from({ length: channelCount }, (_, channel) => {
    const samples = new Float32Array(length)
    read(view, channel * Math.floor(frameByteLength / channelCount), frameByteLength, samples)
    return samples
  })
}

// One loop a format, written out: a function called for each sample would take most of the time.

function readU8(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = (view.getUint8(at) - 128) / 128
}

function readS8(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getInt8(at) / 128
}

function readS16(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getInt16(at, true) / 32768
}

function readS16be(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getInt16(at) / 32768
}

function readS24(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) {
    samples[n] = (view.getInt16(at + 1, true) * 256 + view.getUint8(at)) / 2 ** 23
  }
}

function readS24be(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) {
    samples[n] = (view.getInt16(at) * 256 + view.getUint8(at + 2)) / 2 ** 23
  }
}

function readS32(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getInt32(at, true) / 2 ** 31
}

function readS32be(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getInt32(at) / 2 ** 31
}

function readF32(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getFloat32(at, true)
}

function readF32be(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getFloat32(at)
}

function readF64(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getFloat64(at, true)
}

function readF64be(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = view.getFloat64(at)
}

function readMuLaw(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = MU_LAW[view.getUint8(at)]!
}

function readALaw(view: DataView, offset: number, stride: number, samples: Float32Array): void {
  for (let n = 0, at = offset; n < samples.length; n++, at += stride) samples[n] = A_LAW[view.getUint8(at)]!
}
