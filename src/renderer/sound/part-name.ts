import type { Answer } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import type { Part } from '../../core/leave-out'
import type { Words } from '../../words/words'

/** `7.5 to 12.5 s`, `100 to 200 Hz` */
export function partName(part: Part, { leaveOut }: Words): string {
  return part.kind === 'span' ? leaveOut.span(part.startS, part.endS) : leaveOut.band(part.lowHz, part.highHz)
}

/** What leaving a part out did to the score, or why nothing can be read from what is left. */
export function resultOf(part: Part, before: Answer, after: Answer, words: Words): string {
  const name = partName(part, words)
  const refusal = refusalOf(after)
  if (refusal) return words.leaveOut.refused(name, refusal)
  const [from, to] = [before.abnormalProbability, after.abnormalProbability]
  const move = movement(from, to)
  const isOpen = before.outcome === 'cannot-tell' && move !== 'same'
  return words.leaveOut.result(name, from, to, isOpen ? 'moved' : move)
}

/** Where the score went, as it is shown: what two digits do not tell apart has not moved. */
export function movement(before: number, after: number): 'up' | 'down' | 'same' {
  const moved = Math.round(100 * after) - Math.round(100 * before)
  if (moved === 0) return 'same'
  return moved > 0 ? 'up' : 'down'
}
