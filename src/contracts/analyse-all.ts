import type { OperatingPointName } from '../core/model-card'
import type { Recording } from './recording'

/** How far it has come to analyse again every recording that was answered for another purpose than now. */
export interface AnalyseAll {
  isRunning: boolean
  /** Of `total`; both stay as they were when it has ended, and are 0 before the first time. */
  done: number
  total: number
}

/** The operating point that a recording was answered for; null where it has no answer. */
export function operatingPointOf({ state }: Pick<Recording, 'state'>): OperatingPointName | null {
  return state.status === 'analysed' ? state.analysis.answer.operatingPoint : null
}

/** Whether a recording has an answer, and one for another operating point than `now`: this is what is analysed again. */
export function isAnsweredOtherwise(recording: Pick<Recording, 'state'>, now: OperatingPointName): boolean {
  const operatingPoint = operatingPointOf(recording)
  return operatingPoint !== null && operatingPoint !== now
}
