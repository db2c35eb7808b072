import type { RecordingState } from '../../../src/contracts/recording'
import type { Step } from '../../../src/core/analysis'
import { progressFraction, stepMarks } from '../../../src/drawing/progress'
import { list, notice, paragraph } from '../controls'
import { h } from '../element'
import { icon } from '../icons'
import { say, words } from '../language'
import type { Sending } from '../outbox/sender'
import { answerView, failureView } from './answer-view'
import { stepList } from './step-list'

/** How far a take is on its way to its answer. */
export class SendView {
  private readonly bar = h('progress', { max: 1, value: 0, 'aria-label': say.send.title })
  private readonly status = h('div', { class: 'sending', role: 'status' })
  readonly element = h('div', { class: 'sending' }, this.bar, this.status)

  /** @param isAway the desktop does not answer */
  showSending(sending: Exclude<Sending, { step: 'stored' }>, isAway: boolean): void {
    this.bar.hidden = sending.step === 'refused'
    if (sending.step === 'refused') {
      this.status.replaceChildren(notice(say.send.refusal(sending.code), 'warn'), paragraph(say.send.kept, 'fine'))
      return
    }
    const fraction = sending.step === 'sending' ? sending.fraction : 0
    this.bar.value = fraction
    this.status.replaceChildren(
      paragraph(isAway ? say.send.waiting : (waitingFor(sending) ?? say.send.sending(fraction))),
      paragraph(say.send.kept, 'fine'),
      ...(isAway ? [list(say.unreachable.causes, 'causes')] : [])
    )
  }

  /** @param isTold the answer comes back to this phone */
  showStored(isTold: boolean): void {
    this.bar.value = 1
    this.bar.hidden = !isTold
    this.status.replaceChildren(stored(), ...(isTold ? [] : [paragraph(say.send.onComputer)]))
  }

  /** @param desktop the computer's name */
  showResult(result: RecordingState, desktop: string): void {
    if (result.status === 'waiting') this.status.replaceChildren(stored(), paragraph(words.steps.waiting))
    if (result.status === 'analysing') {
      this.bar.value = progressFraction(result.progress)
      this.status.replaceChildren(stored(), stepList(named(result.progress.step)))
    }
    // What was kept is said there: a tick above a refusal would be read as one for the recording.
    if (result.status === 'failed') this.element.replaceChildren(failureView(result.error))
    if (result.status === 'analysed')
      this.element.replaceChildren(answerView(result.analysis, say.answer.from(desktop)))
  }
}

/** Null where it simply goes on. */
function waitingFor(sending: Sending): string | null {
  if (sending.step !== 'waiting' || sending.why === 'turn') return null
  return sending.why === 'not-confirmed' ? say.send.notConfirmed : say.send.waiting
}

function named(now: Step): Parameters<typeof stepList>[0] {
  return stepMarks(now).map(({ step, mark }) => ({ name: words.steps.name(step), mark }))
}

function stored(): HTMLElement {
  return h('p', { class: 'stored' }, icon('check'), say.send.stored)
}
