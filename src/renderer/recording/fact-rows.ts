import type { Analysis } from '../../core/analysis'
import type { Words } from '../../words/words'

export interface Fact {
  name: string
  value: string
  /** What was wrong, if anything. */
  note: string
}

/** Heart rate, quality and kind of recording. What is no heart sound is of no kind. */
export function factRows({ heartRate, quality, domain }: Analysis, words: Words): Fact[] {
  const faults = quality.reasons.map(words.quality.fault)
  const grade = !quality.usable ? words.quality.unusable : faults.length > 0 ? words.quality.usable : words.quality.good
  const kind = {
    name: words.facts.domain,
    value: domain.isFar ? words.model.outOfDomain : words.model.inDomain,
    note: ''
  }
  return [
    {
      name: words.facts.heartRate,
      value: heartRate ? words.facts.bpm(heartRate.valueBpm) : words.facts.heartRateUnclear,
      note: ''
    },
    { name: words.quality.label, value: grade, note: words.numbers.list(faults) },
    ...(quality.usable ? [kind] : [])
  ]
}
