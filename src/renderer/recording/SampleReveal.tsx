import type { Sample } from '../../contracts/recording'
import { useWords } from '../use-words'

/** Where a sample comes from and what is noted of it: shown once its label is told. */
export function SampleReveal({ sample }: { sample: Sample }) {
  const { samples: text } = useWords()
  const facts = [
    [text.record, sample.record],
    [text.database, sample.database],
    [text.noted, text.condition(sample.diagnosis)],
    [text.source, sample.source],
    [text.licence, sample.licence]
  ].filter(([, value]) => value)
  return (
    <section aria-labelledby="reveal" className="card p-5">
      <h3 id="reveal" className="mb-3 text-base font-semibold">
        {text.origin}
      </h3>
      <dl className="grid gap-x-6 gap-y-2 sm:grid-cols-2 lg:grid-cols-5">
        {facts.map(([name, value]) => (
          <div key={name} className="min-w-0">
            <dt className="text-muted">{name}</dt>
            <dd className="break-words">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
