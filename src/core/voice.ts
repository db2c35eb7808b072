import { bandPass } from './filter'
import { durationOf, type Pcg } from './pcg'

/** Below lie the heart's own sounds; above, the network does not listen. */
const BAND_HZ = { low: 180, high: 900 }
/** Pitch of grown-up speech, with room for a child's. @source Baken & Orlikoff, Clinical Measurement of Speech and Voice (2000) */
const PITCH_HZ = { low: 80, high: 400 }
/** Two periods of the lowest pitch, and short enough for one syllable. */
const FRAME_S = 0.05
/** Autocorrelation of a frame at its pitch from which it counts as sung or spoken, not hissed or struck. */
const VOICED_HEIGHT = 0.6
/** A voiced frame must stand this far above the quiet parts of the recording, dB: hum is always there, a voice is not. */
const ABOVE_QUIET_DB = 9
/** A vowel lasts; a murmur that rings does not: frames in a row. */
const SHORTEST_RUN = 3

/**
 * Seconds of speech, or of something with a pitch like it, in a recording.
 *
 * @param pcg at least 2 kHz; 4 kHz tells a pitch apart better
 * @source the autocorrelation method of pitch detection: Rabiner, IEEE Trans. ASSP 25:24 (1977)
 */
export function voicedSecondsOf({ samples, sampleRate }: Pcg): number {
  if (durationOf({ samples, sampleRate }) < 2 * FRAME_S) return 0
  const band = bandPass(samples, BAND_HZ, sampleRate)
  const length = Math.round(FRAME_S * sampleRate)
  const count = Math.floor(band.length / length)
  const frames = Array.from({ length: count }, (_, index) => band.subarray(index * length, (index + 1) * length))
  const levels = frames.map(levelDbOf)
  const quiet = [...levels].sort((a, b) => a - b)[Math.floor(count / 5)]!
  let voiced = 0
  let run = 0
  frames.forEach((frame, index) => {
    const isVoiced = levels[index]! > quiet + ABOVE_QUIET_DB && pitchHeightOf(frame, sampleRate) > VOICED_HEIGHT
    run = isVoiced ? run + 1 : 0
    if (run === SHORTEST_RUN) voiced += run
    else if (run > SHORTEST_RUN) voiced++
  })
  return voiced * FRAME_S
}

function levelDbOf(frame: Float64Array): number {
  let power = 0
  for (const value of frame) power += value * value
  return 10 * Math.log10(power / frame.length + 1e-30)
}

/** The highest normalised autocorrelation over the lags of a voice, but for the lags that are no peak. */
function pitchHeightOf(frame: Float64Array, sampleRate: number): number {
  const shortest = Math.floor(sampleRate / PITCH_HZ.high)
  const longest = Math.min(Math.ceil(sampleRate / PITCH_HZ.low), frame.length - 2)
  let best = 0
  let before = correlationAt(frame, shortest - 1)
  let here = correlationAt(frame, shortest)
  for (let lag = shortest; lag <= longest; lag++) {
    const after = correlationAt(frame, lag + 1)
    if (here > before && here >= after) best = Math.max(best, here)
    before = here
    here = after
  }
  return best
}

/** Of the frame with itself `lag` samples later, each stretch by its own power, so that a long lag is not punished. */
function correlationAt(frame: Float64Array, lag: number): number {
  let product = 0
  let early = 0
  let late = 0
  for (let n = lag; n < frame.length; n++) {
    const [a, b] = [frame[n - lag]!, frame[n]!]
    product += a * b
    early += a * a
    late += b * b
  }
  return product / Math.sqrt(early * late + 1e-30)
}
