import { Progress } from 'radix-ui'
import { useWords } from '../use-words'
import { Button } from './Button'

interface WorkBarProps {
  /** What is being done and how far it is, in words. */
  text: string
  /** 0 to 1. */
  fraction: number
  onCancel: () => void
}

/** Work on many recordings, in one line that stays while one looks at something else. */
export function WorkBar({ text, fraction, onCancel }: WorkBarProps) {
  const words = useWords()
  return (
    <div className="flex flex-wrap items-center gap-x-4 border-b border-line bg-raised px-3 py-1 wide:px-6 print:hidden">
      <p>{text}</p>
      <Progress.Root
        value={Math.round(100 * fraction)}
        aria-label={text}
        className="h-1 min-w-24 grow basis-0 overflow-hidden rounded-full bg-line"
      >
        <Progress.Indicator
          className="h-full bg-accent transition-[width] forced:bg-[Highlight]"
          style={{ width: `${100 * fraction}%` }}
        />
      </Progress.Root>
      <Button look="quiet" onClick={onCancel}>
        {words.frame.cancel}
      </Button>
    </div>
  )
}
