import type { App } from '../app'
import { button, paragraph } from '../controls'
import { h } from '../element'
import { say, words } from '../language'
import { download } from '../outbox/make-take'
import type { Take } from '../outbox/take'
import type { Screen } from '../screen'
import { sendScreen } from './send'

/** Everything that waits on this phone, and what can be done with each. */
export function keptScreen(app: App): Screen {
  const { outbox, sender } = app
  const place = h('div', { class: 'kept' })

  function draw(): void {
    const takes = outbox.list()
    const isUnsafe = !outbox.keepsOnDisk || outbox.isPersistent === false
    place.replaceChildren(
      paragraph(takes.length === 0 ? say.kept.empty : say.kept.lead, 'lead'),
      ...(isUnsafe && takes.length > 0
        ? [paragraph(outbox.keepsOnDisk ? say.kept.unsafe : say.noStorage, outbox.keepsOnDisk ? 'fine' : 'warning')]
        : []),
      ...takes.map((take) => row(app, take))
    )
  }

  draw()
  const stops = [outbox.onChange(draw), sender.onChange(draw)]
  return {
    name: 'kept',
    title: say.kept.title,
    content: [place],
    actions: [button(say.back, () => app.home(), { sign: 'back' })],
    back: () => app.home(),
    leave() {
      for (const stop of stops) stop()
    }
  }
}

function row(app: App, take: Take): HTMLElement {
  const { outbox, sender, stage, connection } = app
  const { id, request, isQueued, verdict, keptAt } = take
  const sending = sender.stateOf(id)
  const state = !isQueued
    ? say.kept.draft
    : sending.step === 'refused'
      ? `${say.send.notSent}: ${say.send.refusal(sending.code).title}`
      : sending.step === 'sending'
        ? say.send.sending(sending.fraction)
        : say.kept.waiting
  const send = async () => {
    await outbox.put({ ...take, isQueued: true })
    sender.retry(id)
    if (connection.confirmed()) stage.show(sendScreen(app, id))
  }
  const remove = button(say.kept.delete, () => {
    const sure = button(say.kept.deleteSure, () => void outbox.remove(id), { kind: 'danger' })
    remove.replaceWith(sure)
    sure.focus()
  })
  const about = [words.numbers.instant(keptAt), words.numbers.bytes(request.bytes), request.site]
  return h(
    'article',
    { class: 'card' },
    h('p', {}, h('strong', {}, request.person || request.name)),
    paragraph(about.filter((part) => part !== null).join(' · '), 'fine'),
    paragraph([state, verdict ? say.review.verdict(verdict.code).title : ''].filter((part) => part).join(' · ')),
    h(
      'div',
      { class: 'card-actions' },
      !isQueued || sending.step === 'refused' ? button(say.kept.send, () => void send(), { kind: 'primary' }) : null,
      button(say.kept.download, () => download(take)),
      remove
    )
  )
}
