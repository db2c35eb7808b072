import { type Answer, isFileFinding } from '../core/analysis'
import { murmurOf, refusalOf } from '../core/answer'
import { plainText } from '../core/plain-text'
import { notesOf } from '../words/insights'
import { wordsFor } from '../words/words'
import type { FileResult } from './line'
import type { Terminal } from './terminal'

const words = wordsFor('en')

/** The few lines of one file for a person. */
export function describeFile(result: FileResult, { style }: Pick<Terminal, 'style'>): string {
  const title = style('bold', plainText(result.file))
  if ('error' in result) return `${title}\n  ${style('red', plainText(words.errors.line(result.error)))}\n`
  const { analysis, format } = result.reply
  const { answer } = analysis
  const ofFile = analysis.findings.filter(isFileFinding)
  const lines = [words.answer.sentence(answer)]
  const murmur = murmurOf(answer)
  if (murmur) lines.push(words.murmur.sentence(murmur))
  lines.push(...notesOf(analysis, words).map(plainText))
  lines.push(...ofFile.map((finding) => words.findings(finding, analysis.durationS).measured))
  if (answer.reason !== null) lines.push(words.answer.mend(answer.reason, analysis.durationS))
  if (refusalOf(answer) === null) lines.push(style('dim', words.terminal.score(answer)))
  if (murmur) lines.push(style('dim', words.terminal.murmurScore(murmur)))
  lines.push(style('dim', words.terminal.facts(analysis, format)))
  return [title, ...lines.map((line) => `  ${line}`), ''].join('\n')
}

/** What has to stand under the answers: said once, for all of them. */
export function describeEnd(answers: readonly Answer[], { style }: Pick<Terminal, 'style'>): string {
  const cautions: string[] = []
  const has = (wanted: Answer['outcome']) => answers.some(({ outcome }) => outcome === wanted)
  // No frequency is said of a recording that was refused.
  const counted = answers.find((answer) => refusalOf(answer) === null)
  if (has('normal-like')) cautions.push(words.answer.doNotReassure)
  if (has('abnormal-like')) cautions.push(words.answer.abnormalIsNoFinding)
  if (counted) cautions.push(words.answer.baseRate(counted))
  return style('dim', [...cautions, words.answer.fixedLine].join('\n'))
}
