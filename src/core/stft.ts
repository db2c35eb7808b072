import FFT from 'fft.js'

export interface StftOptions {
  /** Samples a frame, at most `fftSize`. */
  windowLength: number
  /** A power of two; what the window leaves is filled with zeros, which draws the same spectrum at more points. */
  fftSize: number
  /** Samples from one frame to the next, at least 1. */
  hopLength: number
}

/**
 * The power of each frame at each frequency.
 *
 * Each frame's mean is taken out first, and the window is a periodic Hann. Scaled as the network's front end: a sine of
 * amplitude 1 in the middle of a bin has power 1.
 *
 * @returns `[frames x bins]`, `1 + floor((samples.length - windowLength) / hopLength)` frames (none where there is no
 *   whole one) of `fftSize / 2 + 1` bins, `sampleRate / fftSize` hertz apart
 * @throws {RangeError} where the window is longer than the transform or the hop is no positive integer
 * @source Oppenheim and Schafer, Discrete-Time Signal Processing, section 10.3
 */
export function stftPower(
  samples: Float32Array,
  { windowLength, fftSize, hopLength }: StftOptions
): { power: Float32Array; frameCount: number; binCount: number } {
  if (windowLength > fftSize) throw new RangeError(`a window of ${windowLength} in a transform of ${fftSize}`)
  if (!Number.isInteger(hopLength) || hopLength < 1) throw new RangeError(`a hop of ${hopLength} samples`)
  const frameCount = Math.max(0, 1 + Math.floor((samples.length - windowLength) / hopLength))
  const binCount = fftSize / 2 + 1
  const power = new Float32Array(frameCount * binCount)
  const window = scaledHann(windowLength)
  const fft = new FFT(fftSize)
  const input = new Array<number>(fftSize).fill(0)
  const spectrum = fft.createComplexArray()
  for (let frame = 0; frame < frameCount; frame++) {
    const start = frame * hopLength
    let sum = 0
    for (let n = 0; n < windowLength; n++) sum += samples[start + n]!
    const mean = sum / windowLength
    for (let n = 0; n < windowLength; n++) input[n] = (samples[start + n]! - mean) * window[n]!
    fft.realTransform(spectrum, input)
    for (let bin = 0; bin < binCount; bin++) {
      power[frame * binCount + bin] = spectrum[2 * bin]! ** 2 + spectrum[2 * bin + 1]! ** 2
    }
  }
  return { power, frameCount, binCount }
}

/** A Hann window whose sum is 2: half of a sine's amplitude lies at its negative frequency. */
function scaledHann(length: number): Float64Array {
  return Float64Array.from({ length }, (_, n) => (2 * (1 - Math.cos((2 * Math.PI * n) / length))) / length)
}
