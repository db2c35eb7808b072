import { History } from 'lucide-react'
import { isAnsweredOtherwise, operatingPointOf } from '../../contracts/analyse-all'
import type { Settings } from '../../contracts/desktop-api'
import type { Recording } from '../../contracts/recording'
import { useWords } from '../use-words'

interface PurposeNameProps {
  recording: Recording
  /** What is chosen now; null before it is known. */
  now: Settings['operatingPoint'] | null
}

/** What an answer was made for; another purpose than now is marked. Nothing where there is no answer. */
export function PurposeName({ recording, now }: PurposeNameProps) {
  const words = useWords()
  const point = operatingPointOf(recording)
  if (point === null) return null
  const { title } = words.model.operatingPoint(point)
  if (now === null || !isAnsweredOtherwise(recording, now)) return <span className="text-muted">{title}</span>
  return (
    <span className="inline-flex items-center gap-1 rounded-control border border-dashed border-edge px-1.5 whitespace-nowrap">
      <History size="0.875rem" strokeWidth={1.5} aria-hidden />
      {title} <span className="sr-only">{words.library.otherPurpose}</span>
    </span>
  )
}
