import { joined } from '../../src/core/decode/bytes'

/** An element of Matroska (RFC 8794, 6): its id in hex, its content, and its length as claimed. */
function element(id: string, content: Uint8Array, claimed = content.length): Uint8Array {
  const length = Buffer.alloc(8)
  length.writeBigUInt64BE(BigInt(claimed))
  length[0] = 1
  return joined([Buffer.from(id, 'hex'), length, content])
}

const elements = (id: string, ...content: Uint8Array[]): Uint8Array => element(id, joined(content))
const number = (id: string, value: number): Uint8Array => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return element(id, bytes)
}
const text = (id: string, letters: string): Uint8Array => element(id, Buffer.from(letters, 'latin1'))
const double = (id: string, value: number): Uint8Array => {
  const bytes = Buffer.alloc(8)
  bytes.writeDoubleBE(value)
  return element(id, bytes)
}

/** A block of one packet of track 1. @param atMs since its cluster began, below 32,768 */
export const block = (atMs: number, packet: Uint8Array): Uint8Array =>
  element('a3', joined([Uint8Array.of(0x81, atMs >> 8, atMs & 255, 0x80), packet]))

/** A file of one sound track, in one cluster or several. */
export function matroska(
  about: { codec: string; sampleRate: number; channels: number; description: Uint8Array },
  clusters: readonly Uint8Array[]
): Uint8Array {
  const audio = elements('e1', double('b5', about.sampleRate), number('9f', about.channels))
  const description = about.description.length > 0 ? element('63a2', about.description) : new Uint8Array(0)
  const track = elements(
    'ae',
    number('d7', 1),
    number('73c5', 1),
    number('83', 2),
    text('86', about.codec),
    description,
    audio
  )
  return joined([
    elements('1a45dfa3', number('4286', 1), text('4282', 'matroska'), number('4287', 4), number('4285', 2)),
    elements(
      '18538067',
      elements('1549a966', number('2ad7b1', 1_000_000)),
      elements('1654ae6b', track),
      ...clusters.map((blocks, n) => elements('1f43b675', number('e7', 32_000 * n), blocks))
    )
  ])
}
