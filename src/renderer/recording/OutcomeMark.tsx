import type { Outcome } from '../../core/analysis'

const SHAPES: Record<Outcome, React.ReactNode> = {
  'normal-like': <circle cx="12" cy="12" r="9" fill="currentColor" />,
  'abnormal-like': <path d="M12 2.5 22 21H2Z" fill="currentColor" stroke="currentColor" strokeLinejoin="round" />,
  'cannot-tell': (
    <rect
      x="3"
      y="3"
      width="18"
      height="18"
      rx="3"
      fill="none"
      stroke="currentColor"
      strokeWidth="2"
      strokeDasharray="4 3"
    />
  )
}

/**
 * Each answer has a shape of its own: disc, triangle, dashed square.
 *
 * @param size CSS pixels at the usual text size; it grows with the text
 */
export function OutcomeMark({ outcome, size = 24 }: { outcome: Outcome; size?: number }) {
  return (
    <svg
      width={`${size / 16}rem`}
      height={`${size / 16}rem`}
      viewBox="0 0 24 24"
      aria-hidden="true"
      className="shrink-0"
    >
      {SHAPES[outcome]}
    </svg>
  )
}
