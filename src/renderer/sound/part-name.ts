import type { Part } from '../../core/mute'
import type { Words } from '../../words/words'

/** `7.5 to 12.5 s`, `100 to 200 Hz` */
export function partName(part: Part, { leaveOut }: Words): string {
  return part.kind === 'span' ? leaveOut.span(part.startS, part.endS) : leaveOut.band(part.lowHz, part.highHz)
}

/** Where the score went, as it is shown: what two digits do not tell apart has not moved. */
export function movement(before: number, after: number): 'up' | 'down' | 'same' {
  const moved = Math.round(100 * after) - Math.round(100 * before)
  if (moved === 0) return 'same'
  return moved > 0 ? 'up' : 'down'
}
