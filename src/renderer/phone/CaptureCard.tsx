import type { PhoneSource, RecordingState } from '../../contracts/recording'
import { useWords } from '../use-words'

/** What a recording went through before it came here: what a listener must know before trusting its sound. */
export function CaptureCard({ source, state }: { source: PhoneSource; state: RecordingState }) {
  const words = useWords()
  const { capture: said } = words.phone
  const { capture } = source
  const isProcessed = Object.values(capture.processing).includes(true)
  const quality = state.status === 'analysed' ? state.analysis.quality : null
  const signalToNoiseDb = state.status === 'analysed' ? (state.signalToNoiseDb ?? null) : null
  const rows: [string, string | null][] = [
    [said.phone, source.phone],
    [said.browser, capture.browser],
    [said.way, said.ways[capture.way]],
    [said.microphone, capture.microphone ?? said.notTold],
    [said.rate, capture.sampleRate === null ? said.notTold : words.numbers.hertz(capture.sampleRate)],
    [said.codec, capture.codec],
    [said.processing, said.processed(capture.processing)],
    [said.ended, capture.ended && said.ends[capture.ended]],
    [said.level, quality && words.numbers.decibels(quality.levelDb)],
    [said.clipping, quality && words.numbers.percent(quality.clippedFraction, 1)],
    [said.signalToNoise, signalToNoiseDb === null ? null : said.above(words.numbers.decibels(signalToNoiseDb))],
    [said.site, source.site && words.chest.site(source.site).name],
    [said.posture, source.posture && words.chest.posture(source.posture)],
    [said.person, source.person || null],
    [said.note, source.note || null]
  ]
  return (
    <section className="card p-5">
      <h2 className="text-base font-semibold">{said.title}</h2>
      {isProcessed && <p className="mt-1 font-medium text-abnormal">{said.processedNote}</p>}
      <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-6 gap-y-1">
        {rows.map(([name, value]) =>
          value === null ? null : (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 break-words whitespace-pre-line">{value}</dd>
            </div>
          )
        )}
      </dl>
    </section>
  )
}
