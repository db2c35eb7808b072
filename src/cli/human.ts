import type { Answer } from '../core/analysis'
import { wordsFor } from '../words/words'
import type { Outcome } from './line'
import type { Terminal } from './terminal'

const words = wordsFor('en')

/** The few lines of one file for a person. */
export function describeFile(outcome: Outcome, { style }: Pick<Terminal, 'style'>): string {
  const title = style('bold', outcome.file)
  if ('error' in outcome) return `${title}\n  ${style('red', words.errors.line(outcome.error))}\n`
  const { analysis } = outcome.reply
  const { answer } = analysis
  const lines = [words.answer.sentence(answer)]
  if (answer.reason !== null) lines.push(words.answer.reason(answer.reason).todo)
  lines.push(style('dim', words.terminal.facts(analysis)))
  return [title, ...lines.map((line) => `  ${line}`), ''].join('\n')
}

/** What has to stand under the answers: said once, for all of them. */
export function describeEnd(answers: Map<Answer['outcome'], Answer>, { style }: Pick<Terminal, 'style'>): string {
  const cautions: string[] = []
  const [answer] = answers.values()
  if (answers.has('normal-like')) cautions.push(words.answer.doNotReassure)
  if (answers.has('abnormal-like')) cautions.push(words.answer.abnormalIsNoFinding)
  if (answer) cautions.push(words.answer.baseRate(answer))
  return style('dim', [...cautions, words.answer.fixedLine].join('\n'))
}
