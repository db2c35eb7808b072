import { DOTS_SIZE, frequencyDots } from '../../drawing/frequency-dots'
import { Shapes } from './Shapes'

/** A hundred dots, so many of them filled. The sentence beside them says the same. */
export function FrequencyDots({ filled }: { filled: number }) {
  return (
    <svg viewBox={`0 0 ${DOTS_SIZE} ${DOTS_SIZE}`} aria-hidden="true" className="size-16 shrink-0 text-text">
      <Shapes shapes={frequencyDots(filled)} />
    </svg>
  )
}
