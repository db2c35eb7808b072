import type { Recording } from '../../contracts/recording'
import { MurmurMark } from '../recording/MurmurMark'
import { OutcomeMark } from '../recording/OutcomeMark'
import { outcomeClasses } from '../recording/outcome-classes'
import { useWords } from '../use-words'

/** The answer in a list: shape, colour and word, with a murmur where one was heard; or how far it is. */
export function AnswerBadge({ recording }: { recording: Recording }) {
  const words = useWords()
  const { state } = recording
  if (state.status !== 'analysed') return <span className="text-muted">{words.library.state[state.status]}</span>
  const { outcome, murmur } = state.analysis.answer
  return (
    <span className="inline-flex flex-wrap items-center gap-x-3">
      <span className={`inline-flex items-center gap-2 font-medium whitespace-nowrap ${outcomeClasses(outcome).text}`}>
        <OutcomeMark outcome={outcome} size={16} />
        {words.answer.outcome(outcome)}
      </span>
      {murmur?.outcome === 'murmur' && (
        <span className="inline-flex items-center gap-1 whitespace-nowrap">
          <MurmurMark outcome={murmur.outcome} size={16} />
          {words.murmur.outcome(murmur.outcome)}
        </span>
      )}
    </span>
  )
}
