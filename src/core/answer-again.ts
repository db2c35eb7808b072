import { type Analysis, isFileFinding, type NamedTuning } from './analysis'
import { abnormalFrom } from './answer'
import { decidingParts } from './deciding-parts'
import { findingsOf } from './findings'
import type { ModelCard, OperatingPointName } from './model-card'
import type { Picture } from './picture'
import { logOddsOf, type Scale, sigmoid } from './score'

/** What may be chosen anew without asking the network. */
export interface Chosen {
  operatingPoint: OperatingPointName
  /** Null for the card's own scale. */
  tuning: NamedTuning | null
}

const CARDS_OWN: Scale = { scale: 1, offset: 0 }

/** The log-odds of an answer on the card's own scale, whatever it was tuned with. */
export function untunedLogOdds({ abnormalProbability, tuning }: Analysis['answer']): number {
  const { scale, offset } = tuning ?? CARDS_OWN
  return (logOddsOf(abnormalProbability) - offset) / scale
}

/**
 * The same analysis with its answer made for other choices: scores are moved from one scale to the other.
 *
 * @param evidenceMap of the same recording; where none was drawn no stretch is named as the strongest
 * @throws {RangeError} when another network was asked
 */
export function answerAgain(
  analysis: Analysis,
  evidenceMap: Picture<'evidence-map'>,
  card: ModelCard,
  { operatingPoint, tuning }: Chosen
): Analysis {
  if (analysis.model.sha256 !== card.sha256) throw new RangeError(`${analysis.model.version} is another network`)
  const from = analysis.answer.tuning ?? CARDS_OWN
  const to = tuning ?? CARDS_OWN
  const isSame = from.scale === to.scale && from.offset === to.offset
  const move = (probability: number) =>
    isSame ? probability : sigmoid((to.scale * (logOddsOf(probability) - from.offset)) / from.scale + to.offset)

  const { abnormalProbability, interval, murmur } = analysis.answer
  const score = {
    probability: move(abnormalProbability),
    interval: { low: move(interval.low), high: move(interval.high) }
  }
  const measured = {
    ...analysis,
    windows: analysis.windows.map((window) => ({ ...window, abnormalProbability: move(window.abnormalProbability) })),
    answer: {
      ...abnormalFrom(score, analysis.quality, card, operatingPoint),
      ...(murmur && { murmur }),
      ...(tuning && { tuning })
    }
  }
  // What the file itself showed stays as it was read.
  const ofFile = analysis.findings.filter(isFileFinding)
  return {
    ...measured,
    findings: [...ofFile, ...findingsOf(measured, decidingParts(evidenceMap, measured, card), card)]
  }
}
