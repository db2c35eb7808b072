import type { Analysis } from '../../core/analysis'
import { useWords } from '../use-words'

/** Heart rate, quality and kind of recording, in one line. */
export function Facts({ analysis }: { analysis: Analysis }) {
  const words = useWords()
  const { heartRate, quality, domain } = analysis
  const faults = quality.reasons.map((reason) => words.quality.reason(reason).title.toLowerCase())
  const grade = !quality.usable ? words.quality.unusable : faults.length > 0 ? words.quality.usable : words.quality.good
  const facts = [
    {
      name: words.facts.heartRate,
      value: heartRate ? words.facts.bpm(heartRate.valueBpm) : words.facts.heartRateUnclear
    },
    { name: words.quality.label, value: grade, note: words.numbers.list(faults) },
    { name: words.facts.domain, value: domain.isFar ? words.model.outOfDomain : words.model.inDomain }
  ]
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {facts.map(({ name, value, note }) => (
        <div key={name} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{name}</dt>
          <dd className="font-medium">
            {value}
            {note && <span className="font-normal text-muted"> ({note})</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
