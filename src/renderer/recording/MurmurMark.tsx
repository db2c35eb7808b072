import type { MurmurOutcome } from '../../core/analysis'
import { murmurMark } from '../../drawing/murmur-look'
import { MARK_SIZE } from '../../drawing/outcome-look'
import { Shapes } from './Shapes'

/** The two heart sounds and what is heard between them. @param size CSS pixels at the usual text size */
export function MurmurMark({ outcome, size = 24 }: { outcome: MurmurOutcome; size?: number }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox={`0 0 ${MARK_SIZE} ${MARK_SIZE}`}
      aria-hidden="true"
      className="shrink-0"
    >
      <Shapes shapes={murmurMark(outcome)} />
    </svg>
  )
}
