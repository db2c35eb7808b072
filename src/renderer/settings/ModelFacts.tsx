import type { ModelCard } from '../../core/model-card'
import { useWords } from '../app/words'

/** What the network cannot do, first; then what it learned from. All of it is the card's. */
export function ModelFacts({ card }: { card: ModelCard }) {
  const words = useWords()
  return (
    <section className="card grid gap-6 p-5 lg:grid-cols-2">
      <div>
        <h2 className="mb-3 text-base font-semibold">{words.settings.limits}</h2>
        <ul className="flex flex-col gap-2">
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ul>
      </div>
      <div className="min-w-0">
        <h2 className="mb-3 text-base font-semibold">{words.settings.data}</h2>
        <ul className="flex flex-col gap-3">
          {card.data.map(({ name, recordings, hours, licence, heldOut, source }) => (
            <li key={name}>
              <p className="font-medium">{name}</p>
              <p>{words.settings.dataset(words.numbers.integer(recordings), words.numbers.decimal(hours, 1))}</p>
              <p className="break-words text-muted">
                {source} · {licence}
              </p>
              <p className="text-muted">
                {words.settings.heldOut}: {heldOut}
              </p>
            </li>
          ))}
        </ul>
        <p className="mt-3 break-all text-muted">
          {card.name} {card.version} · {card.trainedOn} · {card.sha256}
        </p>
      </div>
    </section>
  )
}
