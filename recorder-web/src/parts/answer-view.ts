import type { Analysis, Answer, MurmurOutcome, Outcome } from '../../../src/core/analysis'
import { murmurOf, refusalOf } from '../../../src/core/answer'
import type { ErrorReply } from '../../../src/core/errors'
import { DOTS_SIZE, dotsFor, frequencyDots } from '../../../src/drawing/frequency-dots'
import { murmurMark } from '../../../src/drawing/murmur-look'
import { MARK_SIZE, outcomeMark } from '../../../src/drawing/outcome-look'
import { insightsOf, notesOf } from '../../../src/words/insights'
import { list, notice, paragraph } from '../controls'
import { h, svg } from '../element'
import { say, words } from '../language'
import { gaugeView } from './gauge'
import { drawShapes } from './shapes'

/** Both answers as the desktop gives them: what, how often, how certain, what to do; the rest waits in folds. */
export function answerView(analysis: Analysis, from: string): HTMLElement {
  const { answer, heartRate, quality } = analysis
  const { measured, todo, limits } = insightsOf(analysis, words)
  const refusal = refusalOf(answer)
  const murmur = murmurOf(answer)
  return h(
    'div',
    { class: 'answer', 'data-outcome': answer.outcome },
    h(
      'div',
      { class: 'outcome', role: 'status' },
      h('p', { class: 'outcome-name' }, mark(answer.outcome), h('strong', {}, words.answer.outcome(answer.outcome))),
      paragraph(words.answer.meaning(answer, quality.bandwidth)),
      // A score that is not used for an answer must not be read as one.
      refusal === null ? frequency(answer) : paragraph(words.answer.mend(refusal, analysis.durationS), 'mend'),
      murmur ? murmurLine(murmur.outcome) : null
    ),
    ...notesOf(analysis, words).map((note) => paragraph(note)),
    h(
      'p',
      { class: 'certainty' },
      h('strong', {}, words.answer.certainty(answer)),
      heartRate ? h('span', {}, `${words.facts.heartRate} ${words.facts.bpm(heartRate.valueBpm)}`) : null
    ),
    paragraph(words.answer.purpose(answer.operatingPoint), 'fine'),
    gaugeView(answer),
    caution(answer.outcome),
    paragraph(words.answer.fixedLine, 'fixed'),
    murmur ? fold(words.murmur.title, [words.murmur.meaning(murmur), words.murmur.frequency(murmur)]) : null,
    fold(say.answer.tryThis, todo),
    fold(say.answer.measured, measured),
    fold(say.answer.limits, limits),
    paragraph(from, 'fine')
  )
}

/** The shape of the outcome: none is told by its colour alone. */
function mark(outcome: Outcome): SVGElement {
  const viewBox = `0 0 ${MARK_SIZE} ${MARK_SIZE}`
  return svg('svg', { class: 'mark', viewBox, 'aria-hidden': 'true' }, ...drawShapes([outcomeMark(outcome)]))
}

/** The second answer in one line. */
function murmurLine(outcome: MurmurOutcome): HTMLElement {
  const viewBox = `0 0 ${MARK_SIZE} ${MARK_SIZE}`
  return h(
    'p',
    { class: 'murmur' },
    svg('svg', { class: 'mark', viewBox, 'aria-hidden': 'true' }, ...drawShapes(murmurMark(outcome))),
    h('strong', {}, words.murmur.outcome(outcome))
  )
}

/** How often recordings with such a score were labelled abnormal, in words and as dots. */
function frequency(answer: Answer): HTMLElement {
  const filled = dotsFor(answer.similar)
  const viewBox = `0 0 ${DOTS_SIZE} ${DOTS_SIZE}`
  return h(
    'div',
    { class: 'frequency' },
    filled === null
      ? null
      : svg('svg', { class: 'dots', viewBox, 'aria-hidden': 'true' }, ...drawShapes(frequencyDots(filled))),
    paragraph(words.answer.frequency(answer)),
    paragraph(words.answer.baseRate(answer), 'fine')
  )
}

function caution(outcome: Outcome): HTMLElement | null {
  if (outcome === 'cannot-tell') return null
  const { doNotReassure, abnormalIsNoFinding } = words.answer
  return paragraph(outcome === 'normal-like' ? doNotReassure : abnormalIsNoFinding, 'caution')
}

function fold(title: string, items: readonly string[]): HTMLElement | null {
  return items.length === 0 ? null : h('details', {}, h('summary', {}, title), list(items))
}

/** What went wrong on the desktop, what was kept, what to do. */
export function failureView(error: ErrorReply): HTMLElement {
  const { what, kept, todo } = words.errors.explain(error)
  return notice({ title: what, todo: `${kept} ${todo}` }, 'warn')
}
