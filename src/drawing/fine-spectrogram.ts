import type { BandEdges } from '../core/model-card'
import type { Pcg } from '../core/pcg'
import type { Picture } from '../core/picture'
import { stftPower } from '../core/stft'
import { hzAtHeight } from './mel-axis'

/**
 * Deviation of the bell that weights a frame: a second sound that is split by 30 ms shows as two. A bell has no side
 * lobes, whose fringes would be taken for sound.
 * @source Gabor, Theory of Communication, 1946
 */
const DEVIATION_S = 0.006
/** Where the bell ends, more than 100 dB below its middle. */
const WINDOW_S = 0.064
const LONGEST_HOP_S = 0.004
/** A step on the screen that the eye does not see as one, CSS pixels. */
const WIDEST_STEP_PX = 2
/** The transform is this many times as long as the window: a row of the picture has a bin of its own. */
const PADDING = 2
const ROWS_PER_BAND = 4
/** Power added before the logarithm, as in the network's front end: digital silence reads this. */
const FLOOR_DB = -120

/** Samples that each frame of the finer picture is made of, half of them before its centre. */
export function fineWindowLength(sampleRate: number): number {
  return 2 ** Math.round(Math.log2(WINDOW_S * sampleRate))
}

/** Samples from one frame to the next, at most 4 ms: fewer where the picture is larger, by powers of two. */
export function fineHopLength(pxPerS: number, sampleRate: number): number {
  let hopLength = 2 ** Math.floor(Math.log2(LONGEST_HOP_S * sampleRate))
  while (hopLength > 1 && (hopLength / sampleRate) * pxPerS > WIDEST_STEP_PX) hopLength /= 2
  return hopLength
}

/**
 * A spectrogram of the samples themselves, finer in time and in pitch than the network's, on the network's own scale of
 * pitch and level.
 *
 * @param pcg from half a window before the first frame's centre on
 * @param firstS when its first sample was taken
 * @param bands of the network's picture, at least one
 * @returns dB re full scale
 */
export function fineSpectrogram(
  { samples, sampleRate }: Pcg,
  firstS: number,
  hopLength: number,
  bands: readonly BandEdges[]
): Picture<'spectrogram'> {
  const windowLength = fineWindowLength(sampleRate)
  const fftSize = PADDING * windowLength
  const window = bell(windowLength, DEVIATION_S * sampleRate)
  const { power, frameCount, binCount } = stftPower(samples, window, { fftSize, hopLength })
  const rowCount = ROWS_PER_BAND * bands.length
  const data = new Float32Array(rowCount * frameCount)
  const floor = 10 ** (FLOOR_DB / 10)
  for (let row = 0; row < rowCount; row++) {
    const bin = (hzAtHeight((row + 0.5) / rowCount, bands) * fftSize) / sampleRate
    const below = Math.min(binCount - 2, Math.floor(bin))
    const share = Math.min(1, bin - below)
    for (let frame = 0; frame < frameCount; frame++) {
      const at = frame * binCount + below
      const between = (1 - share) * power[at]! + share * power[at + 1]!
      data[row * frameCount + frame] = 10 * Math.log10(between + floor)
    }
  }
  const centreS = firstS + windowLength / 2 / sampleRate
  return { kind: 'spectrogram', dims: [rowCount, frameCount], data, firstS: centreS, hopS: hopLength / sampleRate }
}

/** A Gaussian about the middle of a frame of even length. */
function bell(length: number, deviation: number): Float64Array {
  return Float64Array.from({ length }, (_, n) => Math.exp(-0.5 * ((n - length / 2) / deviation) ** 2))
}
