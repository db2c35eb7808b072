import FFT from 'fft.js'

export interface StftOptions {
  /** A power of two, no less than the window is long; zeros draw the same spectrum at more points. */
  fftSize: number
  /** Samples from one frame to the next, at least 1. */
  hopLength: number
}

/**
 * The power of each frame at each frequency.
 *
 * Each frame's mean is taken out first. Scaled as the network's front end: a sine of amplitude 1 in the middle of a bin
 * has power 1.
 *
 * @param window weights of a frame's samples, of any sum
 * @returns `[frames x bins]`, `1 + floor((samples.length - window.length) / hopLength)` frames (none where there is no
 *   whole one) of `fftSize / 2 + 1` bins, `sampleRate / fftSize` hertz apart
 * @throws {RangeError} where the window is longer than the transform or the hop is no positive integer
 * @source Oppenheim and Schafer, Discrete-Time Signal Processing, section 10.3
 */
export function stftPower(
  samples: Float32Array,
  window: Float64Array,
  { fftSize, hopLength }: StftOptions
): { power: Float32Array; frameCount: number; binCount: number } {
  if (window.length > fftSize) throw new RangeError(`a window of ${window.length} in a transform of ${fftSize}`)
  if (!Number.isInteger(hopLength) || hopLength < 1) throw new RangeError(`a hop of ${hopLength} samples`)
  const frameCount = Math.max(0, 1 + Math.floor((samples.length - window.length) / hopLength))
  const binCount = fftSize / 2 + 1
  const power = new Float32Array(frameCount * binCount)
  // Half of a sine's amplitude lies at its negative frequency.
  const scale = 2 / window.reduce((sum, weight) => sum + weight, 0)
  const fft = new FFT(fftSize)
  const input = new Array<number>(fftSize).fill(0)
  const spectrum = fft.createComplexArray()
  for (let frame = 0; frame < frameCount; frame++) {
    const start = frame * hopLength
    let sum = 0
    for (let n = 0; n < window.length; n++) sum += samples[start + n]!
    const mean = sum / window.length
    for (let n = 0; n < window.length; n++) input[n] = (samples[start + n]! - mean) * window[n]! * scale
    fft.realTransform(spectrum, input)
    for (let bin = 0; bin < binCount; bin++) {
      power[frame * binCount + bin] = spectrum[2 * bin]! ** 2 + spectrum[2 * bin + 1]! ** 2
    }
  }
  return { power, frameCount, binCount }
}
