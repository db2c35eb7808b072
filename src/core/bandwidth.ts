import type { BandEdges, BandwidthRule } from './model-card'
import { quantile } from './quantile'
import type { Tensor } from './tensor'

/** From where to where a recording is heard: centres of its lowest and its highest band with sound in it, Hz. */
export interface Bandwidth {
  lowHz: number
  highHz: number
}

/** A band is as loud as the level that it exceeds this share of the time. */
const LOUD_SHARE = 0.05

/**
 * Which pitches a recording really has, whatever its sample rate: a stethoscope's bell mode, a filter or a low rate on
 * its way leave nothing but a floor in the bands that they take away.
 *
 * @param logMel `[windows x bands x frames]`, dB
 * @param isCounted which windows count; at least one
 * @param bands as many as `logMel` has
 */
export function bandwidthOf(
  logMel: Tensor,
  isCounted: readonly boolean[],
  bands: readonly BandEdges[],
  { rangeDb }: Pick<BandwidthRule, 'rangeDb'>
): Bandwidth {
  const loudness = bands.map((_, band) => loudnessOf(logMel, isCounted, band))
  const least = Math.max(...loudness) - rangeDb
  const heard = bands.filter((_, band) => loudness[band]! >= least).map(({ centreHz }) => centreHz)
  return { lowHz: Math.min(...heard), highHz: Math.max(...heard) }
}

/** Whether what is heard ends below the treble that an answer needs. */
export function isTrebleMissing({ highHz }: Bandwidth, { trebleHz }: Pick<BandwidthRule, 'trebleHz'>): boolean {
  return highHz < trebleHz
}

/** The level that a band exceeds {@link LOUD_SHARE} of the time. */
function loudnessOf({ dims, data }: Tensor, isCounted: readonly boolean[], band: number): number {
  const [, bandCount = 0, frameCount = 0] = dims
  const levels = new Float32Array(isCounted.filter(Boolean).length * frameCount)
  let filled = 0
  isCounted.forEach((counts, window) => {
    if (!counts) return
    const first = (window * bandCount + band) * frameCount
    levels.set(data.subarray(first, first + frameCount), filled)
    filled += frameCount
  })
  return quantile(levels, 1 - LOUD_SHARE)
}
