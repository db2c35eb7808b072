import FFT from 'fft.js'

/** The original system's window and front end, as librosa computes it. */
export const ORIGINAL = {
  sampleRate: 8000,
  windowLength: 40_000,
  fftSize: 1024,
  hopLength: 256,
  melBands: 128,
  fMinHz: 0,
  fMaxHz: 4000,
  topDb: 80
} as const

const BINS = ORIGINAL.fftSize / 2 + 1
const FRAMES = 1 + Math.floor(ORIGINAL.windowLength / ORIGINAL.hopLength)
/** Power below which decibels are not taken. @source librosa.power_to_db: amin */
const LEAST_POWER = 1e-10

/** The weights of a band, from `firstBin` on. */
interface Band {
  firstBin: number
  weights: Float64Array
}

/**
 * Prepares the front end of the original system: tables once, then a window at a time.
 *
 * @returns a function from 40,000 samples to a log-mel spectrogram `[128 x 157]`, dB re its own maximum, at least -80;
 *   it throws a RangeError for any other length
 * @source librosa 0.10: feature.melspectrogram (centred, zero-padded, Hann) and power_to_db (ref=max, top_db=80)
 */
export function createOriginalFrontEnd(): (samples: Float32Array) => Float32Array {
  const { fftSize, hopLength, windowLength, melBands, topDb } = ORIGINAL
  const fft = new FFT(fftSize)
  const hann = hannWindow(fftSize)
  const bands = melFilterBank()
  const frame = new Array<number>(fftSize).fill(0)
  const spectrum = fft.createComplexArray()
  const power = new Float64Array(BINS)

  return (samples) => {
    if (samples.length !== windowLength) throw new RangeError(`${samples.length} samples, not ${windowLength}`)
    const mel = new Float64Array(melBands * FRAMES)
    for (let index = 0; index < FRAMES; index++) {
      const start = index * hopLength - fftSize / 2
      for (let i = 0; i < fftSize; i++) frame[i] = (samples[start + i] ?? 0) * hann[i]!
      fft.realTransform(spectrum, frame)
      for (let bin = 0; bin < BINS; bin++) power[bin] = spectrum[2 * bin]! ** 2 + spectrum[2 * bin + 1]! ** 2
      bands.forEach(({ firstBin, weights }, band) => {
        let sum = 0
        for (let i = 0; i < weights.length; i++) sum += weights[i]! * power[firstBin + i]!
        mel[band * FRAMES + index] = sum
      })
    }
    return toDecibels(mel, topDb)
  }
}

/** Periodic: the period is the length, so that its copies add up evenly. @source scipy.signal.get_window('hann') */
export function hannWindow(length: number): Float64Array {
  return Float64Array.from({ length }, (_, i) => 0.5 - 0.5 * Math.cos((2 * Math.PI * i) / length))
}

/** Triangles of equal area, even on the mel scale. @source librosa.filters.mel(norm='slaney', htk=False) */
export function melFilterBank(): Band[] {
  const { melBands, fMinHz, fMaxHz, sampleRate, fftSize } = ORIGINAL
  const [low, high] = [hzToMel(fMinHz), hzToMel(fMaxHz)]
  const edges = Array.from({ length: melBands + 2 }, (_, i) => melToHz(low + ((high - low) * i) / (melBands + 1)))
  return Array.from({ length: melBands }, (_, band) => {
    const [from = 0, centre = 0, to = 0] = edges.slice(band, band + 3)
    const all = Float64Array.from({ length: BINS }, (_, bin) => {
      const hz = (bin * sampleRate) / fftSize
      const height = Math.max(0, Math.min((hz - from) / (centre - from), (to - hz) / (to - centre)))
      return (height * 2) / (to - from)
    })
    const firstBin = Math.max(
      0,
      all.findIndex((weight) => weight > 0)
    )
    const pastLast = all.findLastIndex((weight) => weight > 0) + 1
    return { firstBin, weights: all.slice(firstBin, Math.max(firstBin, pastLast)) }
  })
}

const LINEAR_HZ_PER_MEL = 200 / 3
const LOG_FROM_HZ = 1000
const LOG_FROM_MEL = LOG_FROM_HZ / LINEAR_HZ_PER_MEL
const LOG_STEP = Math.log(6.4) / 27

/** Slaney's scale: linear below 1 kHz, logarithmic above. @source librosa.hz_to_mel(htk=False) */
export function hzToMel(hz: number): number {
  return hz < LOG_FROM_HZ ? hz / LINEAR_HZ_PER_MEL : LOG_FROM_MEL + Math.log(hz / LOG_FROM_HZ) / LOG_STEP
}

/** The inverse of {@link hzToMel}. */
export function melToHz(mel: number): number {
  return mel < LOG_FROM_MEL ? mel * LINEAR_HZ_PER_MEL : LOG_FROM_HZ * Math.exp(LOG_STEP * (mel - LOG_FROM_MEL))
}

function toDecibels(power: Float64Array, topDb: number): Float32Array {
  let largest = LEAST_POWER
  for (const value of power) if (value > largest) largest = value
  const reference = 10 * Math.log10(largest)
  return Float32Array.from(power, (value) =>
    Math.max(-topDb, 10 * Math.log10(Math.max(value, LEAST_POWER)) - reference)
  )
}
