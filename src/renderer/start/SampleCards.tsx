import { AudioLines } from 'lucide-react'
import type { Sample } from '../../contracts/recording'
import { useWords } from '../use-words'

interface SampleCardsProps {
  samples: readonly Sample[]
  onOpen: (id: string) => void
}

/** Real recordings to begin with. Their labels are not told here. */
export function SampleCards({ samples, onOpen }: SampleCardsProps) {
  const words = useWords()
  return (
    <section aria-labelledby="samples">
      <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="samples" className="text-base font-semibold">
          {words.start.or}
        </h2>
        <span className="text-muted">{words.start.sampleHint}</span>
      </div>
      <ul className="grid gap-3 sm:grid-cols-3">
        {samples.map(({ id, title, durationS }) => (
          <li key={id}>
            <button
              type="button"
              onClick={() => onOpen(id)}
              className="card flex w-full items-center gap-3 p-4 text-left transition-colors hover:border-edge hover:bg-sunken"
            >
              <AudioLines size="1.5rem" strokeWidth={1.5} className="shrink-0 text-accent" aria-hidden />
              <span className="min-w-0">
                <span className="block truncate font-medium">{title}</span>
                <span className="text-muted">{words.numbers.duration(durationS)}</span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
