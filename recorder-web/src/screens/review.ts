import { compareTakes, judgeTake, type TakeVerdict } from '../../../src/core/take-verdict'
import type { App } from '../app'
import type { Captured } from '../capture/take-recorder'
import { button, notice, paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'
import { takeFrom } from '../outbox/make-take'
import { microphoneFacts } from '../parts/microphone-facts'
import { Player } from '../parts/player'
import type { Screen } from '../screen'
import { type HeardTake, MOST_TAKES, newSitting } from '../sitting'
import { keptScreen } from './kept'
import { recordScreen } from './record'
import { sendScreen } from './send'
import { takeDetails } from './take-details'

/** Right after the stop: listen, see what is wrong with it, keep it or do it again. */
export function reviewScreen(app: App, captured: Captured): Screen {
  const { sitting, stage, outbox, connection } = app
  const { ended, pcg, way, microphone, processing } = captured
  const player = new Player()
  const verdictPlace = h('div', { role: 'status' }, paragraph(say.review.checking, 'working'))
  const takesPlace = h('div', { class: 'chips', role: 'radiogroup', 'aria-label': say.review.takes })
  const detailsPlace = h('div')
  const actions = h('div', { class: 'actions' })
  const cause = ended === 'time' || ended === 'person' ? null : paragraph(say.review.ended(ended), 'warning')
  let chosen: HeardTake | null = null

  function choose(heard: HeardTake): void {
    chosen = heard
    const { verdict, request } = heard.take
    player.load(heard.pcg)
    if (verdict) verdictPlace.replaceChildren(verdictNotice(verdict))
    const best = bestOf(sitting.takes)
    takesPlace.replaceChildren(
      ...(sitting.takes.length < 2 ? [] : sitting.takes.map((one, index) => takeChip(one, index, one === best)))
    )
    detailsPlace.replaceChildren(takeDetails(app, heard.take, heard.pcg), microphoneFacts({ ...request.capture }))
    drawActions(verdict?.code === 'good')
  }

  function takeChip(heard: HeardTake, index: number, isBest: boolean): HTMLElement {
    const input = h('input', {
      type: 'radio',
      name: 'take',
      checked: heard === chosen,
      onchange: () => choose(heard)
    })
    const mark = isBest ? h('small', {}, say.review.best) : null
    return h('label', { class: 'chip' }, input, h('span', {}, `${say.review.take(index + 1)} `, mark))
  }

  function drawActions(isGood: boolean): void {
    const isLast = sitting.takes.length >= MOST_TAKES
    const canSend = connection.confirmed() !== null
    const sendText = canSend ? (isGood || isLast ? say.review.send : say.review.sendAnyway) : say.review.keep
    const send = button(sendText, () => void finish(canSend), { kind: isGood || isLast ? 'primary' : 'plain' })
    const again = isLast ? null : button(say.review.again, repeat, { kind: isGood ? 'plain' : 'primary' })
    actions.replaceChildren(...(isGood || !again ? [again, send] : [send, again]).filter((one) => one !== null))
  }

  function repeat(): void {
    stage.show(recordScreen(app))
  }

  /** On disk with its last details first; only then is it anybody's turn to send it. */
  async function finish(canSend: boolean): Promise<void> {
    if (!chosen) return
    const { take } = chosen
    const { site, posture, person, note } = sitting
    await outbox.put({ ...take, isQueued: true, request: { ...take.request, site, posture, person, note } })
    app.sitting = newSitting(sitting)
    app.sender.start()
    stage.show(canSend ? sendScreen(app, take.id) : keptScreen(app))
  }

  async function judge(): Promise<void> {
    if (pcg.samples.length === 0) {
      verdictPlace.replaceChildren(notice({ title: say.review.title, todo: say.review.nothing }, 'warn'))
      actions.replaceChildren(button(say.review.again, repeat, { kind: 'primary' }))
      return
    }
    // The picture first: judging takes the page's only thread for a moment.
    await new Promise((resolve) => setTimeout(resolve, 30))
    const verdict = judgeTake(pcg)
    const take = await takeFrom(captured, verdict, sitting)
    const heard = { take, pcg }
    sitting.takes.push(heard)
    // Of three the best is offered; before that, the one that was just made.
    choose(sitting.takes.length < MOST_TAKES ? heard : (bestOf(sitting.takes) ?? heard))
    await outbox.put(take)
  }

  void judge()
  return {
    name: 'review',
    title: say.review.title,
    hasQuietTitle: true,
    content: [
      verdictPlace,
      ...(cause ? [cause] : []),
      player.element,
      takesPlace,
      pcg.samples.length === 0
        ? microphoneFacts({ microphone, processing, way, sampleRate: pcg.sampleRate })
        : detailsPlace
    ],
    actions: [actions],
    back: repeat,
    leave: () => player.unload()
  }
}

function bestOf(takes: readonly HeardTake[]): HeardTake | undefined {
  return [...takes].sort((a, b) => compareTakes(verdictOf(a), verdictOf(b)))[0]
}

function verdictOf({ take }: HeardTake): TakeVerdict {
  if (!take.verdict) throw new RangeError('a take of a sitting has been judged')
  return take.verdict
}

function verdictNotice(verdict: TakeVerdict): HTMLElement {
  const { heartRate, durationS, code } = verdict
  const { title, todo } = say.review.verdict(code)
  const measured = say.review.measured(code === 'good' ? (heartRate?.valueBpm ?? null) : null, durationS)
  return h(
    'div',
    { class: 'verdict', 'data-verdict': code },
    notice({ title, todo }, code === 'good' ? 'good' : 'warn'),
    paragraph(measured, 'fine')
  )
}
