import type { Sample } from '../../contracts/recording'
import type { Outcome } from '../../core/analysis'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'

/** What was guessed; `none` where somebody only wanted to be told. */
export type Guess = Sample['label'] | 'none'

interface SampleGuessProps {
  sample: Sample
  outcome: Outcome
  /** Null before. */
  guess: Guess | null
  onGuess: (guess: Guess) => void
}

const LABELS = ['normal', 'abnormal'] as const

/** What a sample is labelled: guessed first, by whoever likes to, and only then told. */
export function SampleGuess({ sample, outcome, guess, onGuess }: SampleGuessProps) {
  const { samples: text } = useWords()
  return (
    <section
      aria-labelledby="label"
      aria-live="polite"
      className={`flex min-h-9 flex-wrap items-center gap-x-3 gap-y-1 sm:ml-auto ${guess === null ? 'print:hidden' : ''}`}
    >
      <h2 id="label" className="font-medium">
        {guess === null ? text.guess : text.reveal(sample.label)}
      </h2>
      {guess === null ? (
        <div className="flex gap-1">
          {LABELS.map((label) => (
            <Button key={label} onClick={() => onGuess(label)}>
              {text.labels[label]}
            </Button>
          ))}
          <Button look="quiet" onClick={() => onGuess('none')}>
            {text.tell}
          </Button>
        </div>
      ) : (
        <p className="text-muted">
          {text.compared(verdict(sample.label, outcome), guess === 'none' ? null : guess === sample.label)}
        </p>
      )}
    </section>
  )
}

function verdict(label: Sample['label'], outcome: Outcome): boolean | null {
  return outcome === 'cannot-tell' ? null : outcome === `${label}-like`
}
