import type { Analysis } from '../core/analysis'
import type { Words } from './words'

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
 * Only findings speak under "measured". What to do never depends on which of the two sides the answer is on.
 */
export function insightsOf({ answer, quality, findings }: Analysis, words: Words): Insights {
  const said = findings.map(words.findings)
  const each = (key: 'meaning' | 'todo' | 'limit') => said.flatMap((finding) => finding[key] ?? [])
  const refusal = answer.reason === null ? [] : [words.answer.reason(answer.reason).todo]
  const mends = quality.reasons.map((reason) => words.quality.reason(reason).todo)
  const caution = {
    'normal-like': [words.answer.doNotReassure],
    'abnormal-like': [words.answer.abnormalIsNoFinding],
    'cannot-tell': []
  }[answer.outcome]
  return {
    measured: said.map(({ measured }) => measured),
    meaning: unique([words.answer.meaning(answer), ...caution, ...each('meaning')]),
    todo: unique([
      // A refused recording needs one mend, the strongest; the rest would only repeat it in other words.
      ...(refusal.length > 0 ? refusal : [...mends, ...each('todo')]),
      words.nextSteps.listen,
      words.nextSteps.again,
      words.nextSteps.symptoms
    ]),
    limits: unique([...each('limit'), ...words.limits.always])
  }
}

function unique(sentences: string[]): string[] {
  return [...new Set(sentences)]
}
