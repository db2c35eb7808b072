import { RotateCw } from 'lucide-react'
import { Button } from '../controls/Button'
import type { Purposes } from '../state/use-purposes'
import { useWords } from '../use-words'

/** How many answers were made for another purpose than now, and the way to have them made again. */
export function OtherPurposes({ now, otherwise, isRunning, onAnalyseAll }: Purposes) {
  const words = useWords()
  if (now === null || otherwise === 0) return null
  return (
    <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <p>{words.library.otherwise(otherwise, words.model.operatingPoint(now).title)}</p>
      <Button onClick={onAnalyseAll} disabled={isRunning}>
        <RotateCw size="1.125rem" strokeWidth={1.5} aria-hidden />
        {words.library.analyseAll}
      </Button>
    </div>
  )
}
