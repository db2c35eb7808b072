import type { Analysis, Answer } from '../core/analysis'
import { murmurOf, refusalOf } from '../core/answer'
import type { PhoneWords } from './for-phone'

/** What every door has, the phone's too. */
type InsightWords = Pick<PhoneWords, 'answer' | 'findings' | 'limits' | 'murmur' | 'nextSteps' | 'stethoscope'>

/** What an analysis says under each of the four headings, most telling first. */
export interface Insights {
  measured: string[]
  meaning: string[]
  todo: string[]
  limits: string[]
}

/**
 * The sentences that an analysis backs, under their headings: the same for window, phone, report and terminal.
 *
 * Only findings speak under "measured". What stands with the answer itself, its meaning and what to do where there is
 * none, is not said again. What to do never depends on which of the two sides the answer is on.
 */
export function insightsOf({ answer, quality, findings, durationS }: Analysis, words: InsightWords): Insights {
  const said = findings.map((finding) => words.findings(finding, durationS))
  const each = (key: 'meaning' | 'todo' | 'limit') => said.flatMap((finding) => finding[key] ?? [])
  const caution = {
    'normal-like': [words.answer.doNotReassure],
    'abnormal-like': [words.answer.abnormalIsNoFinding],
    'cannot-tell': []
  }[answer.outcome]
  const murmur = murmurOf(answer)
  const { listen, again, symptoms } = words.nextSteps
  return {
    measured: said.map(({ measured }) => measured),
    meaning: unique([...caution, ...(murmur ? [words.murmur.meaning(murmur)] : []), ...each('meaning')]),
    todo: unique([
      // A sound that cannot be used needs one mend, the one with its answer; the rest would repeat it in other words.
      ...(quality.usable ? [...each('todo'), listen] : []),
      ...(answer.reason === null ? [again] : []),
      symptoms
    ]),
    limits: unique([...each('limit'), ...words.limits.always])
  }
}

/** Both answers by their names alone. */
export function briefAnswer(answer: Answer, words: InsightWords): string {
  const murmur = murmurOf(answer)
  return [words.answer.outcome(answer.outcome), ...(murmur ? [words.murmur.outcome(murmur.outcome)] : [])].join('. ')
}

/** Both answers in one breath: for a screen reader, a notification. */
export function spokenAnswer(answer: Answer, words: InsightWords): string {
  const murmur = murmurOf(answer)
  return [words.answer.sentence(answer), ...(murmur ? [words.murmur.sentence(murmur)] : [])].join(' ')
}

/** What has to stand beside the answers: where they seem to contradict each other, and where they count for less. */
export function notesOf({ answer, domain }: Pick<Analysis, 'answer' | 'domain'>, words: InsightWords): string[] {
  if (refusalOf(answer) !== null) return []
  const notes = [
    words.murmur.together(answer),
    answer.tuning ? words.stethoscope.note(answer.tuning) : null,
    domain.isFar ? words.answer.unlikeTraining : null,
    answer.murmur ? null : words.murmur.older
  ]
  return notes.flatMap((note) => note ?? [])
}

function unique(sentences: string[]): string[] {
  return [...new Set(sentences)]
}
