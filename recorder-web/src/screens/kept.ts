import type { App } from '../app'
import { button, paragraph } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say, words } from '../language'
import { download } from '../outbox/make-take'
import type { Take } from '../outbox/take'

interface Exits {
  /** A take was told to go. */
  queued(id: string): void
  back(): void
}

/** Everything that waits on this phone, and what can be done with each. */
export function keptScreen(app: App, to: Exits): Screen {
  const { outbox, sender } = app
  const cards = h('div', { class: 'kept' })

  function draw(): void {
    const takes = outbox.list()
    const isUnsafe = !outbox.keepsOnDisk || outbox.isPersistent === false
    cards.replaceChildren(
      paragraph(takes.length === 0 ? say.kept.empty : say.kept.lead, 'lead'),
      ...(isUnsafe && takes.length > 0
        ? [paragraph(outbox.keepsOnDisk ? say.kept.unsafe : say.noStorage, outbox.keepsOnDisk ? 'fine' : 'warning')]
        : []),
      ...takes.map((take) => row(app, take, to))
    )
  }

  draw()
  const stops = [outbox.onChange(draw), sender.onChange(draw)]
  return {
    name: 'kept',
    title: say.kept.title,
    content: [cards],
    actions: [button(say.back, to.back, { sign: 'back' })],
    back: to.back,
    leave() {
      for (const stop of stops) stop()
    }
  }
}

function row({ outbox, sender }: App, take: Take, to: Exits): HTMLElement {
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
    to.queued(id)
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
