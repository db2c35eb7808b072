import type { ReactNode } from 'react'
import type { Metric, ModelCard, Protocol } from '../../core/model-card'
import { useWords } from '../use-words'
import { AwayPlot } from './AwayPlot'
import { Contents } from './Contents'
import { MurmurFigures } from './MurmurFigures'
import { OperatingSection } from './OperatingSection'
import { OthersSection } from './OthersSection'
import { ProtocolSection } from './ProtocolSection'
import { ReliabilityPlot } from './ReliabilityPlot'
import { RocPlot } from './RocPlot'
import { TitledSection } from './TitledSection'

/** How far an answer can be trusted: what the network cannot do first, then every figure of its card. */
export function AccuracyView({ card }: { card: ModelCard }) {
  const { accuracy: text } = useWords()
  const { metrics, alternatives } = card
  /** A protocol of which the card has no figure is left out. */
  const ofProtocol = (protocol: Protocol, picture?: ReactNode): Section[] => {
    if (!metrics.some((metric) => metric.protocol === protocol)) return []
    const { title } = text.protocol(protocol)
    return [[title, <ProtocolSection key={protocol} protocol={protocol} metrics={metrics} picture={picture} />]]
  }
  const sections: Section[] = [
    [text.limits, <Limits key="limits" limits={card.limits} />],
    [text.reading, <Reading key="reading" metrics={metrics} />],
    ...ofProtocol('B', <AwayPlot metrics={metrics} />),
    ...ofProtocol('A', <RocPlot card={card} />),
    ...ofProtocol('K', <MurmurFigures murmur={card.murmur} />),
    ...ofProtocol('J'),
    ...ofProtocol('M'),
    ...ofProtocol('I'),
    ...ofProtocol('G'),
    [
      text.points.title,
      <OperatingSection key="points" points={card.operatingPoints} baseRate={card.reliability.baseRate} />
    ],
    ...ofProtocol('D', <ReliabilityPlot question="abnormal" reliability={card.reliability} />),
    ...ofProtocol('E'),
    ...ofProtocol('F'),
    ...ofProtocol('H'),
    ...ofProtocol('L'),
    ...ofProtocol('N'),
    ...ofProtocol('C'),
    ...(alternatives.length > 0
      ? [[text.others.title, <OthersSection key="others" card={card} />] satisfies Section]
      : []),
    [text.made, <Provenance key="made" card={card} />]
  ]
  const [first, ...others] = sections.map(([, section]) => section)
  return (
    <div className="mx-auto grid w-full max-w-5xl gap-4 xl:max-w-[78rem] xl:grid-cols-[13rem_minmax(0,1fr)] xl:gap-x-8">
      <div className="xl:col-start-2">
        <h1 className="text-lg font-semibold">{text.title}</h1>
        <p className="text-muted">{text.lead}</p>
      </div>
      <div className="min-w-0 xl:col-start-2">{first}</div>
      <Contents titles={sections.map(([title]) => title)} />
      <div className="flex min-w-0 flex-col gap-4 xl:col-start-2">{others}</div>
    </div>
  )
}

/** What the contents call it, and itself. */
type Section = [title: string, section: ReactNode]

function Limits({ limits }: { limits: readonly string[] }) {
  const { accuracy: text } = useWords()
  return (
    <TitledSection title={text.limits} className="border-l-4 border-l-unclear">
      <ol className="flex max-w-3xl list-decimal flex-col gap-2 pl-7 text-base">
        {limits.map((limit) => (
          <li key={limit}>{limit}</li>
        ))}
      </ol>
    </TitledSection>
  )
}

function Reading({ metrics }: { metrics: readonly Metric[] }) {
  const { accuracy: text } = useWords()
  const measures = [...new Set(metrics.map(({ measure }) => measure))].map(text.measure)
  return (
    <TitledSection title={text.reading}>
      <dl className="grid gap-x-6 gap-y-2 md:grid-cols-2">
        {measures
          .filter(({ meaning }) => meaning !== '')
          .map(({ name, meaning }) => (
            <div key={name}>
              <dt className="font-medium">{name}</dt>
              <dd>{meaning}</dd>
            </div>
          ))}
      </dl>
      <p className="max-w-3xl">{text.interval}</p>
    </TitledSection>
  )
}

/** What the network learned from, under which licence, and which network this is. */
function Provenance({ card }: { card: ModelCard }) {
  const { accuracy: text } = useWords()
  const { parameters, multiplyAdds, bytes } = card.size
  return (
    <TitledSection title={text.made}>
      <div className="min-w-0">
        <h3 className="mb-2 font-semibold">{text.data}</h3>
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
        <h3 className="mb-2 font-semibold">{text.network}</h3>
        <p>{text.size(parameters, multiplyAdds, bytes)}</p>
        <p className="mt-2 text-muted">
          {text.licence}: {card.licence}
        </p>
        <p className="mt-2 break-all text-muted">
          {card.name} {card.version} · {card.trainedOn} · {card.sha256}
        </p>
      </div>
    </TitledSection>
  )
}
