import { judgeTake } from '../../../src/core/take-verdict'
import type { App } from '../app'
import type { Captured } from '../capture/captured'
import { button, notice, paragraph } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say } from '../language'
import type { AnalyseRequest } from '../on-phone/messages'
import { takeFrom } from '../outbox/make-take'
import { microphoneFacts } from '../parts/microphone-facts'
import { Player } from '../parts/player'
import { takeChoice } from '../parts/take-choice'
import { takeDetails } from '../parts/take-details'
import { verdictView } from '../parts/verdict-view'
import { type HeardTake, newSeries, offeredOf } from '../series'

interface Exits {
  again(): void
  /** The take is to be sent. */
  queued(id: string): void
  /** The take is to be analysed by this phone. */
  here(read: () => AnalyseRequest): void
}

/** Right after the stop: listen, see what is wrong with it, keep it or do it again. */
export function reviewScreen(app: App, captured: Captured, to: Exits): Screen {
  const { series, outbox, connection } = app
  const { ended, pcg } = captured
  const player = new Player()
  const verdictBox = h('div', { role: 'status' }, paragraph(say.review.checking, 'working'))
  const takesBox = h('div', { class: 'chips takes', role: 'radiogroup', 'aria-label': say.review.takes })
  const detailsBox = h('div')
  const actions = h('div', { class: 'actions' })

  function choose(heard: HeardTake): void {
    player.load(heard.pcg)
    verdictBox.replaceChildren(verdictView(heard.verdict))
    takesBox.replaceChildren(...takeChoice(series, heard, choose))
    detailsBox.replaceChildren(
      takeDetails(series, heard, (pcg) => to.here(() => ({ pcg }))),
      microphoneFacts(heard.take.request.capture)
    )
    actions.replaceChildren(...actionsFor(heard))
  }

  /** Another take is always possible; it comes first where this one is no good. */
  function actionsFor(heard: HeardTake): HTMLElement[] {
    const isGood = heard.verdict.code === 'good'
    const sendText = connection.confirmed() ? (isGood ? say.review.send : say.review.sendAnyway) : say.review.keep
    const send = button(sendText, () => void finish(heard), { kind: isGood ? 'primary' : 'plain' })
    const again = button(say.review.again, to.again, { kind: isGood ? 'plain' : 'primary' })
    return isGood ? [again, send] : [send, again]
  }

  /** On disk with its last details first; only then is it anybody's turn to send it. */
  async function finish({ take }: HeardTake): Promise<void> {
    const { site, posture, person, note } = series
    await outbox.put({ ...take, isQueued: true, request: { ...take.request, site, posture, person, note } })
    app.series = newSeries(series)
    app.sender.start()
    to.queued(take.id)
  }

  async function judge(): Promise<void> {
    // The picture first: judging takes the page's only thread for a moment.
    await new Promise((resolve) => setTimeout(resolve, 30))
    const verdict = judgeTake(pcg)
    const heard = { take: await takeFrom(captured, verdict, series), verdict, pcg }
    series.takes.push(heard)
    choose(offeredOf(series, heard))
    await outbox.put(heard.take)
  }

  if (pcg.samples.length > 0) void judge()
  else {
    const { microphone, processing, way } = captured
    verdictBox.replaceChildren(notice({ title: say.review.title, todo: say.review.nothing }, 'warn'))
    detailsBox.replaceChildren(microphoneFacts({ microphone, processing, way, sampleRate: pcg.sampleRate }))
    actions.replaceChildren(button(say.review.again, to.again, { kind: 'primary' }))
  }
  return {
    name: 'review',
    title: say.review.title,
    hasQuietTitle: true,
    content: [
      verdictBox,
      ...(ended === 'time' || ended === 'person' ? [] : [paragraph(say.review.ended(ended), 'warning')]),
      player.element,
      takesBox,
      detailsBox
    ],
    actions: [actions],
    back: to.again,
    leave: () => player.unload()
  }
}
