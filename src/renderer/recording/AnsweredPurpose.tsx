import { RotateCw } from 'lucide-react'
import type { OperatingPointName } from '../../core/model-card'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'

interface AnsweredPurposeProps {
  answered: OperatingPointName
  /** Null while it is not known. */
  chosen: OperatingPointName | null
  onAnalyseAgain: () => void
}

/** For which purpose the answer was made; where another one is chosen by now, that, and the way to a new answer. */
export function AnsweredPurpose({ answered, chosen, onAnalyseAgain }: AnsweredPurposeProps) {
  const words = useWords()
  if (chosen === null || chosen === answered) return <p className="text-muted">{words.answer.purpose(answered)}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
      <p className="grow basis-72">
        {words.answer.purpose(answered)}. {words.answer.otherPurpose(chosen)}
      </p>
      <Button onClick={onAnalyseAgain}>
        <RotateCw size="1.125rem" strokeWidth={1.5} aria-hidden />
        {words.library.analyseAgain}
      </Button>
    </div>
  )
}
