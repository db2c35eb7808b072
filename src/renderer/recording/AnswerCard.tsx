import type { Analysis } from '../../core/analysis'
import { murmurOf, refusalOf } from '../../core/answer'
import { dotsFor } from '../../drawing/frequency-dots'
import { notesOf } from '../../words/insights'
import { AccuracyLink } from '../accuracy/AccuracyLink'
import type { Purposes } from '../state/use-purposes'
import { useWords } from '../use-words'
import { AnsweredPurpose } from './AnsweredPurpose'
import { FrequencyDots } from './FrequencyDots'
import { MurmurLine } from './MurmurLine'
import { OutcomeMark } from './OutcomeMark'
import { outcomeClasses } from './outcome-classes'

interface AnswerCardProps {
  analysis: Analysis
  isSynthetic: boolean
  purposes: Purposes
  onAnalyseAgain: () => void
}

/** Both answers and what they rest on, the first read in two seconds. */
export function AnswerCard({ analysis, isSynthetic, purposes, onAnalyseAgain }: AnswerCardProps) {
  const words = useWords()
  const { answer, quality, durationS } = analysis
  const look = outcomeClasses(answer.outcome)
  const dots = dotsFor(answer.similar)
  // A refused recording has a score, but nothing may be read from it.
  const hasFrequency = refusalOf(answer) === null
  const murmur = murmurOf(answer)
  return (
    <section
      aria-labelledby="answer"
      className={`card flex flex-col gap-2 border-l-4 px-4 py-3 ${look.border} ${look.wash}`}
    >
      <div className={`flex items-center gap-3 ${look.text}`}>
        <OutcomeMark outcome={answer.outcome} size={28} />
        <h2 id="answer" className="text-xl font-semibold tracking-tight wide:text-2xl">
          {words.answer.outcome(answer.outcome)}
        </h2>
      </div>
      <p className="text-base">{words.answer.meaning(answer, quality.bandwidth)}</p>
      {answer.reason !== null && !isSynthetic && <p>{words.answer.mend(answer.reason, durationS)}</p>}
      {hasFrequency && (
        <div className="flex items-start gap-4">
          {dots !== null && <FrequencyDots filled={dots} />}
          <div className="flex flex-col gap-1">
            <p className="font-medium">{words.answer.frequency(answer)}</p>
            <p className="text-muted">{words.answer.baseRate(answer)}</p>
          </div>
        </div>
      )}
      {murmur && <MurmurLine murmur={murmur} />}
      {notesOf(analysis, words).map((note) => (
        <p key={note}>{note}</p>
      ))}
      {isSynthetic && <p className="font-medium">{words.sources.syntheticNote}</p>}
      <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <AccuracyLink />
        <AnsweredPurpose answered={answer.operatingPoint} purposes={purposes} onAnalyseAgain={onAnalyseAgain} />
      </div>
    </section>
  )
}
