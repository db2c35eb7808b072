import type { Sample } from '../../contracts/recording'
import type { Outcome } from '../../core/analysis'
import { useWords } from '../use-words'

/** What a sample is labelled and where it comes from: shown only together with the answer. */
export function SampleReveal({ sample, outcome }: { sample: Sample; outcome: Outcome }) {
  const words = useWords()
  const verdict =
    outcome === 'cannot-tell'
      ? words.samples.noAnswer
      : outcome === `${sample.label}-like`
        ? words.samples.agrees
        : words.samples.differs
  const facts = [
    [words.samples.record, sample.record],
    [words.samples.database, sample.database],
    [words.samples.noted, words.samples.condition(sample.diagnosis)],
    [words.samples.source, sample.source],
    [words.samples.licence, sample.licence]
  ].filter(([, value]) => value)
  return (
    <section aria-labelledby="reveal" className="card p-5">
      <h3 id="reveal" className="text-base font-semibold">
        {words.samples.reveal(sample.label)}
      </h3>
      <p className="mb-3">{verdict}</p>
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
