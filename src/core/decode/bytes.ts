import { inOne } from '../in-one'

/** The bytes as Latin-1 text, for four-letter marks; shorter at the end of the file. */
export function ascii(bytes: Uint8Array, at: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + length))
}

export function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

export function startsWith(bytes: Uint8Array, mark: readonly number[], at = 0): boolean {
  return mark.every((byte, index) => bytes[at + index] === byte)
}

/** Programs put one; some put another before it. */
const MOST_TAGS = 1000

/**
 * Length of the ID3v2 tags that a file begins with (id3.org, ID3v2.4.0 section 3.1): its size counts seven bits a byte.
 */
export function id3Length(bytes: Uint8Array): number {
  let length = 0
  for (let count = 0; count < MOST_TAGS; count++) {
    if (ascii(bytes, length, 3) !== 'ID3' || bytes.length < length + 10) break
    const [a, b, c, d] = bytes.subarray(length + 6, length + 10) as unknown as [number, number, number, number]
    const footerLength = bytes[length + 5]! & 0x10 ? 10 : 0
    length += 10 + footerLength + ((a & 127) << 21) + ((b & 127) << 14) + ((c & 127) << 7) + (d & 127)
  }
  return length
}

/** The parts, one after the other. */
export function joined(parts: readonly Uint8Array[]): Uint8Array {
  return inOne(parts, (length) => new Uint8Array(length))
}
