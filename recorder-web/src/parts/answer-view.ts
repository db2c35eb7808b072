import type { Analysis, Outcome } from '../../../src/core/analysis'
import type { ErrorReply } from '../../../src/core/errors'
import { insightsOf } from '../../../src/words/insights'
import { list, notice, paragraph } from '../controls'
import { h } from '../element'
import { type IconName, icon } from '../icons'
import { say, words } from '../language'
import { drawGauge } from './gauge'

/** A shape for each answer, so that none is told by its colour alone. */
const SHAPES: Record<Outcome, IconName> = {
  'normal-like': 'circle',
  'abnormal-like': 'diamond',
  'cannot-tell': 'dashes'
}

/** The answer, word for word as the desktop gives it: what, how certain, what to do; the rest waits in folds. */
export function answerView(analysis: Analysis, from: string): HTMLElement {
  const { answer, heartRate } = analysis
  const { measured, todo, limits } = insightsOf(analysis, words)
  const isRefused = answer.outcome === 'cannot-tell' && answer.reason !== 'between'
  const caution =
    answer.outcome === 'normal-like'
      ? words.answer.doNotReassure
      : answer.outcome === 'abnormal-like'
        ? words.answer.abnormalIsNoFinding
        : null
  return h(
    'div',
    { class: 'answer', 'data-outcome': answer.outcome },
    h(
      'div',
      { class: 'outcome', role: 'status' },
      h(
        'p',
        { class: 'outcome-name' },
        icon(SHAPES[answer.outcome]),
        h('strong', {}, words.answer.outcome(answer.outcome))
      ),
      paragraph(words.answer.meaning(answer)),
      isRefused ? null : paragraph(words.answer.certainty(answer), 'fine')
    ),
    // A score that is not used for an answer must not look like one.
    isRefused ? null : drawGauge(answer),
    heartRate
      ? h('p', { class: 'rate' }, `${words.facts.heartRate} `, h('strong', {}, words.facts.bpm(heartRate.valueBpm)))
      : null,
    isRefused ? h('p', { class: 'mend' }, todo[0] ?? '') : null,
    caution ? paragraph(caution, 'caution') : null,
    paragraph(words.answer.fixedLine, 'fixed'),
    fold(say.answer.tryThis, todo),
    fold(
      say.answer.measured,
      isRefused ? measured : [...measured, words.answer.frequency(answer), words.answer.baseRate(answer)]
    ),
    fold(say.answer.limits, limits),
    paragraph(from, 'fine')
  )
}

function fold(title: string, items: readonly string[]): HTMLElement | null {
  return items.length === 0 ? null : h('details', {}, h('summary', {}, title), list(items))
}

/** What went wrong on the desktop, what was kept, what to do. */
export function failureView(error: ErrorReply): HTMLElement {
  const { what, kept, todo } = words.errors.explain(error)
  return notice({ title: what, todo: `${kept} ${todo}` }, 'warn')
}
