import { joined } from '../../src/core/decode/bytes'

const bytesOf = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0))

function numbers(...fields: [value: number, byteLength: 2 | 4][]): Uint8Array {
  const bytes = new Uint8Array(fields.reduce((sum, [, byteLength]) => sum + byteLength, 0))
  const view = new DataView(bytes.buffer)
  let at = 0
  for (const [value, byteLength] of fields) {
    if (byteLength === 2) view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += byteLength
  }
  return bytes
}

/** A chunk, with its pad byte and the length it has, unless told otherwise. */
export function chunk(
  id: string,
  body: Uint8Array,
  { isPadded = true, claimed = body.length }: { isPadded?: boolean; claimed?: number } = {}
): Uint8Array {
  const pad = new Uint8Array(isPadded ? body.length % 2 : 0)
  return joined([bytesOf(id), numbers([claimed, 4]), body, pad])
}

/** A description of uncompressed sound. */
export function format({
  tag = 1,
  channels = 1,
  sampleRate = 2000,
  bits = 16,
  frameBytes = channels * Math.ceil(bits / 8)
}: {
  tag?: number
  channels?: number
  sampleRate?: number
  bits?: number
  frameBytes?: number
}): Uint8Array {
  return chunk(
    'fmt ',
    numbers([tag, 2], [channels, 2], [sampleRate, 4], [sampleRate * frameBytes, 4], [frameBytes, 2], [bits, 2])
  )
}

export function riff(...chunks: Uint8Array[]): Uint8Array {
  const body = joined([bytesOf('WAVE'), ...chunks])
  return joined([bytesOf('RIFF'), numbers([body.length, 4]), body])
}

/** Samples as 16-bit integers, channels side by side. */
export function int16(...channels: readonly Float32Array[]): Uint8Array {
  const samples = Int16Array.from({ length: channels.length * channels[0]!.length }, (_, n) =>
    Math.round(32_767 * channels[n % channels.length]![Math.floor(n / channels.length)]!)
  )
  return new Uint8Array(samples.buffer)
}
