/**
 * What each of the 256 codes of mu-law telephony means, in [-1, 1) (ITU-T G.711, table 2).
 *
 * A code is sent inverted: sign, three bits of exponent, four of mantissa; the steps double with each exponent, with a
 * bias of 33 in units of 14-bit samples.
 */
export const MU_LAW = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = ~code & 0xff
  const magnitude = ((((bits & 0x0f) << 1) + 33) << ((bits >> 4) & 0x07)) - 33
  return (bits & 0x80 ? -magnitude : magnitude) / 8192
})

/**
 * What each of the 256 codes of A-law telephony means, in [-1, 1) (ITU-T G.711, table 1).
 *
 * A code is sent with every other bit inverted: sign, exponent, mantissa; the two lowest exponents share one step, and
 * each value is the middle of its step, in units of 13-bit samples.
 */
export const A_LAW = Float32Array.from({ length: 256 }, (_, code) => {
  const bits = code ^ 0x55
  const exponent = (bits >> 4) & 0x07
  const step = ((bits & 0x0f) << 1) + 1
  const magnitude = exponent === 0 ? step : (step + 32) << (exponent - 1)
  return (bits & 0x80 ? magnitude : -magnitude) / 4096
})
