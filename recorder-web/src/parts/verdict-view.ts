import type { TakeVerdict } from '../../../src/core/take-verdict'
import { notice, paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'

/** What is said of a take, and what was measured. */
export function verdictView({ heartRate, durationS, code }: TakeVerdict): HTMLElement {
  const measured = say.review.measured(code === 'good' ? (heartRate?.valueBpm ?? null) : null, durationS)
  return h(
    'div',
    { class: 'verdict', 'data-verdict': code },
    notice(say.review.verdict(code), code === 'good' ? 'good' : 'warn'),
    paragraph(measured, 'fine')
  )
}
