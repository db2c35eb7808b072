import type { ModelCard } from '../../core/model-card'
import { useWords } from '../use-words'
import { AwayPlot } from './AwayPlot'
import { OperatingSection } from './OperatingSection'
import { OthersSection } from './OthersSection'
import { ProtocolSection } from './ProtocolSection'
import { ReliabilityPlot } from './ReliabilityPlot'
import { RocPlot } from './RocPlot'

/** How far an answer can be trusted: what the network cannot do first, then every figure of its card. */
export function AccuracyView({ card }: { card: ModelCard }) {
  const words = useWords()
  const text = words.accuracy
  const { metrics } = card
  const measures = [...new Set(metrics.map(({ measure }) => measure))].map(text.measure)
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4">
      <div>
        <h1 className="text-lg font-semibold">{text.title}</h1>
        <p className="text-muted">{text.lead}</p>
      </div>
      <section className="card border-l-4 border-l-unclear p-5">
        <h2 className="text-base font-semibold">{text.limits}</h2>
        <ol className="mt-2 flex max-w-3xl list-decimal flex-col gap-2 pl-7 text-base">
          {card.limits.map((limit) => (
            <li key={limit}>{limit}</li>
          ))}
        </ol>
      </section>
      <section className="card p-5">
        <h2 className="text-base font-semibold">{text.reading}</h2>
        <dl className="mt-2 grid gap-x-6 gap-y-2 md:grid-cols-2">
          {measures
            .filter(({ meaning }) => meaning !== '')
            .map(({ name, meaning }) => (
              <div key={name}>
                <dt className="font-medium">{name}</dt>
                <dd>{meaning}</dd>
              </div>
            ))}
        </dl>
        <p className="mt-3 max-w-3xl">{text.interval}</p>
      </section>
      <ProtocolSection letter="B" metrics={metrics}>
        <AwayPlot metrics={metrics} />
      </ProtocolSection>
      <ProtocolSection letter="A" metrics={metrics}>
        <RocPlot card={card} />
      </ProtocolSection>
      <ProtocolSection letter="I" metrics={metrics} />
      <ProtocolSection letter="G" metrics={metrics} />
      <OperatingSection points={card.operatingPoints} baseRate={card.reliability.baseRate} />
      <ProtocolSection letter="D" metrics={metrics}>
        <ReliabilityPlot reliability={card.reliability} />
      </ProtocolSection>
      <ProtocolSection letter="E" metrics={metrics} />
      <ProtocolSection letter="F" metrics={metrics} />
      <ProtocolSection letter="H" metrics={metrics} />
      <ProtocolSection letter="C" metrics={metrics} />
      <OthersSection card={card} />
      <Provenance card={card} />
    </div>
  )
}

/** What the network learned from, under which licence, and which network this is. */
function Provenance({ card }: { card: ModelCard }) {
  const { accuracy: text } = useWords()
  const { parameters, multiplyAdds, bytes } = card.size
  return (
    <section className="card grid gap-6 p-5 md:grid-cols-2">
      <div className="min-w-0">
        <h2 className="mb-2 text-base font-semibold">{text.data}</h2>
        <ul className="flex flex-col gap-3">
          {card.data.map(({ name, recordings, hours, licence, heldOut, source }) => (
            <li key={name}>
              <p className="font-medium">{name}</p>
              <p>{text.dataset(recordings, hours)}</p>
              <p className="break-words text-muted">{source}</p>
              <p className="text-muted">
                {text.licence}: {licence}
              </p>
              <p className="text-muted">
                {text.heldOut}: {heldOut}
              </p>
            </li>
          ))}
        </ul>
      </div>
      <div className="min-w-0">
        <h2 className="mb-2 text-base font-semibold">{text.made}</h2>
        <p>{text.size(parameters, multiplyAdds, bytes)}</p>
        <p className="mt-2 text-muted">
          {text.licence}: {card.licence}
        </p>
        <p className="mt-2 break-all text-muted">
          {card.name} {card.version} · {card.trainedOn} · {card.sha256}
        </p>
      </div>
    </section>
  )
}
