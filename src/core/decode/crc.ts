/** Remainders of every byte for a CRC of up to 16 bits, most significant bit first. */
function tableFor(polynomial: number, bits: 8 | 16): Uint16Array {
  const top = 1 << (bits - 1)
  const mask = 2 ** bits - 1
  return Uint16Array.from({ length: 256 }, (_, byte) => {
    let remainder = byte << (bits - 8)
    for (let bit = 0; bit < 8; bit++) {
      remainder = ((remainder << 1) ^ (remainder & top ? polynomial : 0)) & mask
    }
    return remainder
  })
}

const CRC8 = tableFor(0x07, 8)
const CRC16 = tableFor(0x8005, 16)

/** CRC-8 of FLAC frame headers: x^8 + x^2 + x + 1, starting at zero (RFC 9639, 9.1.8). */
export function crc8(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0
  for (let at = start; at < end; at++) crc = CRC8[crc ^ bytes[at]!]!
  return crc
}

/** CRC-16 of FLAC frames: x^16 + x^15 + x^2 + 1, starting at zero (RFC 9639, 9.3). */
export function crc16(bytes: Uint8Array, start: number, end: number): number {
  let crc = 0
  for (let at = start; at < end; at++) crc = ((crc << 8) & 0xffff) ^ CRC16[(crc >> 8) ^ bytes[at]!]!
  return crc
}
