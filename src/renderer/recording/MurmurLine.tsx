import type { MurmurAnswer } from '../../core/analysis'
import { useWords } from '../use-words'
import { MurmurMark } from './MurmurMark'

/** The second answer, below the first: what can be heard here, and how often it was so. */
export function MurmurLine({ murmur }: { murmur: MurmurAnswer }) {
  const words = useWords()
  return (
    <div className="flex items-start gap-3 border-t border-line pt-2">
      <MurmurMark outcome={murmur.outcome} size={28} />
      <p>
        <strong className="text-base font-semibold">{words.murmur.outcome(murmur.outcome)}</strong>.{' '}
        {words.murmur.frequency(murmur)}
      </p>
    </div>
  )
}
