import { Progress } from 'radix-ui'

interface ProgressBarProps {
  /** 0 to 1. */
  fraction: number
  className: string
  'aria-label'?: string
  'aria-labelledby'?: string
}

/** How far something has come. */
export function ProgressBar({ fraction, className, ...label }: ProgressBarProps) {
  return (
    <Progress.Root
      value={Math.round(100 * fraction)}
      className={`h-1 overflow-hidden rounded-full bg-line ${className}`}
      {...label}
    >
      <Progress.Indicator
        className="h-full bg-accent transition-[width] forced:bg-[Highlight]"
        style={{ width: `${100 * fraction}%` }}
      />
    </Progress.Root>
  )
}
