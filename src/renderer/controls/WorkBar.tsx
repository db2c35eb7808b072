import { useWords } from '../use-words'
import { Button } from './Button'
import { ProgressBar } from './ProgressBar'

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
      <ProgressBar fraction={fraction} aria-label={text} className="min-w-24 grow basis-0" />
      <Button look="quiet" onClick={onCancel}>
        {words.frame.cancel}
      </Button>
    </div>
  )
}
