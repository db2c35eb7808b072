import type { BeatSummary, Quality, QualityReason, WindowAnalysis } from './analysis'
import { type Bandwidth, isTrebleMissing } from './bandwidth'
import type { ModelCard } from './model-card'
import { CLIPPED_FRACTION, SILENT_DB } from './sound-limits'

/** What is measured on the sound itself. */
export interface MeasuredSound {
  /** Root mean square, offset taken out, dB re full scale; -Infinity for digital silence. */
  levelDb: number
  clippedFraction: number
  beats: BeatSummary
  bandwidth: Bandwidth
}

/** Of 917 hearts of both data sets one lies below; of noise that the windows' quality takes for a heart, a quarter. */
const LEAST_BEAT_SURENESS = 0.64

const FATAL: readonly QualityReason[] = ['silent', 'clipped', 'no-heart-sound', 'no-beat']

/** Root mean square with the mean taken out, in dB re full scale. */
export function levelOf(samples: Float32Array): number {
  let sum = 0
  let squares = 0
  for (const sample of samples) {
    sum += sample
    squares += sample * sample
  }
  const mean = sum / samples.length
  return 10 * Math.log10(Math.max(0, squares / samples.length - mean * mean))
}

/**
 * Is there a heart in it, and all that an answer needs? A veto on the answer, not on the run.
 *
 * @param windows at least one
 * @param isRepeated the recording was shorter than one window
 */
export function judgeQuality(
  sound: MeasuredSound,
  windows: readonly WindowAnalysis[],
  { quality: rule, bandwidth: needed }: Pick<ModelCard, 'quality' | 'bandwidth'>,
  isRepeated: boolean
): Quality {
  const usable = windows.filter(({ isUsable }) => isUsable).length / windows.length
  const found: Record<QualityReason, boolean> = {
    silent: sound.levelDb < SILENT_DB,
    clipped: sound.clippedFraction > CLIPPED_FRACTION,
    'no-heart-sound': usable < rule.minUsableFraction,
    'no-beat': sound.beats.sureness < LEAST_BEAT_SURENESS,
    'treble-missing': isTrebleMissing(sound.bandwidth, needed),
    'few-usable-windows': usable >= rule.minUsableFraction && usable < 1,
    short: isRepeated
  }
  const reasons = (Object.keys(found) as QualityReason[]).filter((reason) => found[reason])
  return {
    usable: !reasons.some((reason) => FATAL.includes(reason)),
    score: windows.reduce((sum, { quality }) => sum + quality, 0) / windows.length,
    reasons,
    levelDb: Number.isFinite(sound.levelDb) ? sound.levelDb : -200,
    clippedFraction: sound.clippedFraction,
    beats: sound.beats,
    bandwidth: sound.bandwidth
  }
}
