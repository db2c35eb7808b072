import type { Answer, Question } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import type { Part } from '../../core/leave-out'
import type { Words } from '../../words/words'

/** `7.5 to 12.5 s`, `100 to 200 Hz` */
export function partName(part: Part, { leaveOut }: Words): string {
  return part.kind === 'span' ? leaveOut.span(part.startS, part.endS) : leaveOut.band(part.lowHz, part.highHz)
}

/** What leaving a part out did to the score of a question, or why nothing can be read from what is left. */
export function resultOf(part: Part, before: Answer, after: Answer, question: Question, words: Words): string {
  const name = partName(part, words)
  const refusal = refusalOf(after)
  if (refusal) return words.leaveOut.refused(name, refusal)
  const [from, to] = [scoreOf(before, question), scoreOf(after, question)]
  const move = movement(from.score, to.score)
  const isOpen = from.outcome === 'cannot-tell' && move !== 'same'
  return words.leaveOut.result(name, from.score, to.score, isOpen ? 'moved' : move, question)
}

/** What the answer was and would be. */
export function outcomeOf(before: Answer, after: Answer, question: Question, words: Words): string {
  const [from, to] = [before, after].map((answer) =>
    question === 'murmur' && answer.murmur
      ? words.murmur.outcome(answer.murmur.outcome)
      : words.answer.outcome(answer.outcome)
  )
  return words.leaveOut.outcome(from!, to!)
}

/** Of the murmur only where it was asked for: earlier versions did not. */
function scoreOf({ outcome, abnormalProbability, murmur }: Answer, question: Question) {
  return question === 'murmur' && murmur
    ? { outcome: murmur.outcome, score: murmur.probability }
    : { outcome, score: abnormalProbability }
}

/** Where the score went, as it is shown: what two digits do not tell apart has not moved. */
export function movement(before: number, after: number): 'up' | 'down' | 'same' {
  const moved = Math.round(100 * after) - Math.round(100 * before)
  if (moved === 0) return 'same'
  return moved > 0 ? 'up' : 'down'
}
