import { joined } from '../../src/core/decode/bytes'

const CAPTURE = [0x4f, 0x67, 0x67, 0x53]
const FIRST = 2

/** Pages of one Ogg stream (RFC 3533): the headers one a page, then as many packets to a page as fit. */
export function oggStream(headers: readonly Uint8Array[], packets: readonly Uint8Array[], packetLength: number) {
  const pages: Uint8Array[] = headers.map((header, n) => page([header], 0, n, n === 0 ? FIRST : 0))
  let position = 0
  for (let at = 0; at < packets.length; ) {
    const content: Uint8Array[] = []
    for (let lacing = 0; at < packets.length; at++) {
      lacing += Math.floor(packets[at]!.length / 255) + 1
      if (lacing > 255) break
      content.push(packets[at]!)
    }
    position += content.length * packetLength
    pages.push(page(content, position, pages.length, 0))
  }
  return joined(pages)
}

function page(packets: readonly Uint8Array[], granule: number, number: number, flags: number): Uint8Array {
  const lacing = packets.flatMap(({ length }) => [...Array(Math.floor(length / 255)).fill(255), length % 255])
  const header = Buffer.alloc(27)
  header.set([...CAPTURE, 0, flags])
  header.writeBigInt64LE(BigInt(granule), 6)
  header.writeUInt32LE(7, 14)
  header.writeUInt32LE(number, 18)
  header[26] = lacing.length
  const bytes = joined([header, Uint8Array.from(lacing), ...packets])
  new DataView(bytes.buffer).setUint32(22, checksum(bytes), true)
  return bytes
}

/** CRC-32 of Ogg: most significant bit first, starting at zero (RFC 3533, 6). */
const TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let remainder = byte << 24
  for (let bit = 0; bit < 8; bit++) remainder = (remainder << 1) ^ (remainder < 0 ? 0x04c11db7 : 0)
  return remainder
})

function checksum(bytes: Uint8Array): number {
  let crc = 0
  for (const byte of bytes) crc = (crc << 8) ^ TABLE[(crc >>> 24) ^ byte]!
  return crc >>> 0
}

/** The identification header of Opus (RFC 7845, 5.1), one or two channels. */
export function opusHead(channels: number): Uint8Array {
  const head = Buffer.alloc(19)
  head.write('OpusHead', 'latin1')
  head.set([1, channels], 8)
  head.writeUInt32LE(48_000, 12)
  return head
}

export function opusTags(): Uint8Array {
  const tags = Buffer.alloc(16)
  tags.write('OpusTags', 'latin1')
  return tags
}
