import { MARK_SIZE } from '../../drawing/outcome-look'
import type { Shape } from '../../drawing/shape'
import { Shapes } from './Shapes'

/**
 * A small drawing beside words that say the same.
 *
 * @param size CSS pixels at the usual text size; it grows with the text
 */
export function Mark({ shapes, size = 24 }: { shapes: readonly Shape[]; size?: number | undefined }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox={`0 0 ${MARK_SIZE} ${MARK_SIZE}`}
      aria-hidden="true"
      className="shrink-0"
    >
      <Shapes shapes={shapes} />
    </svg>
  )
}
