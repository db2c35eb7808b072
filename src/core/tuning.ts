import type { Answer } from './analysis'
import type { TuningRule } from './model-card'
import type { Scale } from './score'

/** What is known of a person, from elsewhere. */
export type Kind = 'normal' | 'abnormal'

/** A recording of somebody who is known to be normal or abnormal. */
export interface KnownRecording {
  kind: Kind
  /** Who was recorded, by a name of any kind: recordings of one person weigh as one. */
  person: string
  /** Of the answer's probability, before any tuning. */
  logOdds: number
}

/** Why a recording tells nothing of its sensor. */
export type LeftOutReason = 'not-analysed' | 'refused' | 'other-network'

/** The part of an answer that a tuning moves. */
export type MovedAnswer = Pick<Answer, 'abnormalProbability' | 'outcome' | 'cannotTell'>

/** In deviations from the middle one of their kind; who lies farther counts as that far: one wrong label moves little. */
const FARTHEST = 2

/** At least and at most: a few people are no reason for more. */
const SCALES = { least: 0.5, most: 2 }

/**
 * A scale on top of the card's that takes the middle between this sensor's normal and abnormal people to where it
 * usually is: tuned log-odds = scale * log-odds + offset.
 *
 * Sensors differ in where that middle is and in how far apart the two are. The likeliest of both is found where people
 * and sensors are normally distributed (ridge regression in closed form), so that few people move little: nobody
 * changes nothing. People of one kind give an offset alone. Where both are known, what lies closer together than usual
 * says less, in proportion: log-odds between two alike normal distributions are their distance times the place over
 * the variance. The order of the recordings does not matter.
 *
 * @source twin of `training/evaluation/tuning.py`; Hoerl and Kennard, Technometrics 12:55 (1970)
 */
export function tune(recordings: readonly KnownRecording[], rule: TuningRule): Scale {
  const { middle, distance, between } = rule
  const normal = seen(recordings, 'normal', middle - distance / 2, rule.normal)
  const abnormal = seen(recordings, 'abnormal', middle + distance / 2, rule.abnormal)
  // The unknowns are how far the middle has moved, and by how much half the distance is more than usual:
  // [known + forMiddle, unlike; unlike, known + forHalf] [moved, farther] = [both, apart]
  const known = normal.precision + abnormal.precision
  const unlike = abnormal.precision - normal.precision
  const both = normal.precision * normal.away + abnormal.precision * abnormal.away
  const apart = abnormal.precision * abnormal.away - normal.precision * normal.away
  const forMiddle = between.middle ** -2
  const forHalf = 4 * between.distance ** -2
  const determinant = (known + forMiddle) * (known + forHalf) - unlike ** 2
  const moved = ((known + forHalf) * both - unlike * apart) / determinant
  const farther = ((known + forMiddle) * apart - unlike * both) / determinant

  const isBoth = normal.precision > 0 && abnormal.precision > 0
  const scale = isBoth ? Math.min(SCALES.most, Math.max(SCALES.least, 1 + (2 * farther) / distance)) : 1
  return { scale, offset: middle - scale * (middle + moved) }
}

/** The card's calibration with a sensor's own scale on top. */
export function tunedCalibration(calibration: Scale, { scale, offset }: Scale): Scale {
  return { scale: scale * calibration.scale, offset: scale * calibration.offset + offset }
}

/** How many people of a kind there are. */
export function peopleOf(recordings: readonly Pick<KnownRecording, 'kind' | 'person'>[], kind: Kind): number {
  return new Set(recordings.filter((one) => one.kind === kind).map(({ person }) => person)).size
}

/** How far the people of a kind lie from where they usually do, and how much is known of it: nothing without people. */
function seen(recordings: readonly KnownRecording[], kind: Kind, usual: number, deviation: number) {
  const byPerson = new Map<string, number[]>()
  for (const { person, logOdds } of recordings.filter((one) => one.kind === kind)) {
    byPerson.set(person, [...(byPerson.get(person) ?? []), logOdds])
  }
  if (byPerson.size === 0) return { away: 0, precision: 0 }
  const people = [...byPerson.values()].map(meanOf)
  const median = medianOf(people)
  const reach = FARTHEST * deviation
  const trusted = people.map((place) => Math.min(median + reach, Math.max(median - reach, place)))
  return { away: meanOf(trusted) - usual, precision: people.length / deviation ** 2 }
}

function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b)
  return (sorted[(sorted.length - 1) >> 1]! + sorted[sorted.length >> 1]!) / 2
}

/** Summed in order of size: the order in which people were named must not show, not even in the last digit. */
function meanOf(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b).reduce((sum, value) => sum + value, 0) / values.length
}
