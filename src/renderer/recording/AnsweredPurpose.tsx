import { RotateCw } from 'lucide-react'
import type { OperatingPointName } from '../../core/model-card'
import { Button } from '../controls/Button'
import type { Purposes } from '../state/use-purposes'
import { useWords } from '../use-words'

interface AnsweredPurposeProps {
  answered: OperatingPointName
  purposes: Purposes
  onAnalyseAgain: () => void
}

/** For which purpose the answer was made; where another one is chosen by now, that, and the ways to new answers. */
export function AnsweredPurpose({ answered, purposes, onAnalyseAgain }: AnsweredPurposeProps) {
  const words = useWords()
  const { now, otherwise, isRunning, onAnalyseAll } = purposes
  if (now === null || now === answered) return <p className="text-muted">{words.answer.purpose(answered)}</p>
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="grow basis-72">
        {words.answer.purpose(answered)}. {words.answer.otherPurpose(now)}
      </p>
      <Button onClick={onAnalyseAgain}>
        <RotateCw size="1.125rem" strokeWidth={1.5} aria-hidden />
        {words.library.analyseAgain}
      </Button>
      {otherwise > 1 && (
        <Button onClick={onAnalyseAll} disabled={isRunning}>
          {words.library.analyseAll}
        </Button>
      )}
    </div>
  )
}
