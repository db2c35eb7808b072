import type { Answer, Outcome, WindowAnalysis } from '../core/analysis'
import { refusalOf, sideOf } from '../core/answer'

/** One window of a recording on the strip. */
export interface AgreementMark {
  startS: number
  endS: number
  score: number
  /** Where its shape stands, percent from below; null where the window is not usable. */
  heightPercent: number | null
  /** Gives shape and colour. Of a recording that was refused no mark takes a side. */
  side: Outcome
}

/** The scores of a recording's windows, on the scale of its answer turned upright. */
export interface AgreementStrip {
  /** The band without an answer, percent from below. */
  band: { lowPercent: number; highPercent: number }
  marks: AgreementMark[]
}

/** Lowest and highest place of a mark, percent of the strip's height: none is cut off. */
const FLOOR = 10
const RANGE = 80

/** @param windowS length of a window, seconds */
export function agreementStrip(
  windows: readonly WindowAnalysis[],
  { cannotTell, reason }: Pick<Answer, 'cannotTell' | 'reason'>,
  windowS: number,
  durationS: number
): AgreementStrip {
  const heightOf = (score: number) => FLOOR + RANGE * score
  const isRefused = refusalOf({ reason }) !== null
  return {
    band: { lowPercent: heightOf(cannotTell.low), highPercent: heightOf(cannotTell.high) },
    marks: windows.map(({ startS, abnormalProbability: score, isUsable }) => ({
      startS,
      endS: Math.min(durationS, startS + windowS),
      score,
      heightPercent: isUsable ? heightOf(score) : null,
      side: isRefused ? 'cannot-tell' : sideOf(score, cannotTell)
    }))
  }
}
