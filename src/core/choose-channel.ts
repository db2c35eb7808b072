import { ecgLikenessOf } from './ecg-likeness'
import { homomorphicEnvelope } from './envelope'
import { findPeriodicity } from './periodicity'
import { levelOf } from './quality'
import { BEAT_HEIGHT, SILENT_DB } from './sound-limits'

/** Which of several channels that differ was analysed, and why. */
export interface ChannelChoice {
  /** From 0. */
  index: number
  chosenBy: 'beat' | 'person'
  /** How clearly a beat stands out in each, 0 to 1; none were measured where a person chose. */
  beatHeights: number[]
}

/** A beat that stands out half as clearly as another may be of the same heart, with more noise. */
const LEAST_SHARE = 0.5
/** A channel that is at least so like an ECG, and by the margin more than another, is one. */
const ECG = { least: 0.75, margin: 0.5 }
/** Two microphones on one heart differ by less, and the first is as good. */
const ALIKE = 0.05

/**
 * Chooses the channel with a heart in it: where a beat stands out, and is a sound.
 *
 * The mean of channels would be no heart sound: two that are inverted cancel, and hum, noise or an ECG in one of them
 * ruins the other.
 *
 * @param channels at least one, of one length
 */
export function chooseChannel(channels: readonly Float32Array[], sampleRate: number): ChannelChoice {
  const beatHeights = channels.map((samples) => beatHeightOf(samples, sampleRate))
  const highest = Math.max(...beatHeights)
  const least = Math.max(BEAT_HEIGHT.channel, LEAST_SHARE * highest)
  const beating = [...beatHeights.keys()].filter((index) => beatHeights[index]! >= least)
  if (beating.length < 2) return { index: beatHeights.indexOf(highest), chosenBy: 'beat', beatHeights }
  const likeness = new Map(beating.map((index) => [index, ecgLikenessOf(channels[index]!, sampleRate)]))
  const lowest = Math.min(...likeness.values())
  const sounds = beating.filter((index) => likeness.get(index)! < Math.max(ECG.least, lowest + ECG.margin))
  const clearest = Math.max(...sounds.map((index) => beatHeights[index]!))
  const index = sounds.find((sound) => beatHeights[sound]! >= clearest - ALIKE)!
  return { index, chosenBy: 'beat', beatHeights }
}

function beatHeightOf(samples: Float32Array, sampleRate: number): number {
  if (!(levelOf(samples) >= SILENT_DB)) return 0
  return findPeriodicity(homomorphicEnvelope({ samples, sampleRate })).height
}
