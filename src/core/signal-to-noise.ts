import { type Pcg, withoutOffset } from './pcg'

/** Shorter than any heart sound, long enough to hold ten periods of its pitch's upper half. */
const PIECE_S = 0.025
/** A heart sounds for a quarter of the time: the loudest twentieth lies within its sounds, the quietest tenth between. */
const LOUD = 0.95
const QUIET = 0.1
/** Beyond this the quiet moments hold only the last bits of a converter. */
const MOST_DB = 60
const LEAST_DB = -20

/**
 * How far the sounds stand above what is heard between them, dB: (loud - quiet) / quiet, as powers.
 *
 * An estimate from the recording alone: steady noise has about 0, a murmur that fills the pause counts as noise.
 *
 * @param pcg in the band of the heart: a rate of 2,000 Hz
 * @returns -20 to 60; null for silence, and for less than ten pieces of 25 ms
 */
export function signalToNoiseOf({ samples, sampleRate }: Pcg): number | null {
  const pieceLength = Math.round(PIECE_S * sampleRate)
  const powers = powersOf(withoutOffset(samples), pieceLength)
  if (powers.length < 10) return null
  const [loud, quiet] = [powers[Math.floor(LOUD * powers.length)]!, powers[Math.floor(QUIET * powers.length)]!]
  if (loud === 0) return null
  const ratio = quiet === 0 ? Number.POSITIVE_INFINITY : (loud - quiet) / quiet
  return Math.min(MOST_DB, Math.max(LEAST_DB, 10 * Math.log10(ratio)))
}

/** Mean power of each whole piece, in order of size. */
function powersOf(samples: Float32Array, pieceLength: number): Float64Array {
  const powers = new Float64Array(Math.floor(samples.length / pieceLength))
  for (let piece = 0; piece < powers.length; piece++) {
    let sum = 0
    for (let n = piece * pieceLength; n < (piece + 1) * pieceLength; n++) sum += samples[n]! ** 2
    powers[piece] = sum / pieceLength
  }
  return powers.sort()
}
