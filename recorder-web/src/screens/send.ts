import type { Upload } from '../../../src/contracts/phone-api'
import { STEPS } from '../../../src/core/analysis'
import type { App } from '../app'
import { keepAwake } from '../capture/wake-lock'
import { button, notice, paragraph } from '../controls'
import { followResult } from '../desktop/follow'
import type { Screen } from '../display'
import { h } from '../element'
import { icon } from '../icons'
import { say, words } from '../language'
import type { Sending } from '../outbox/sender'
import { answerView, failureView } from '../parts/answer-view'

/** From the phone to the answer: sent, stored, analysed, said. */
export function sendScreen({ sender, connection }: App, id: string, to: { kept(): void; next(): void }): Screen {
  const bar = h('progress', { max: 1, value: 0, 'aria-label': say.send.title })
  const status = h('div', { role: 'status' })
  const content = h('div', { class: 'sending' }, bar, status)
  const letSleep = keepAwake()
  const gone = new AbortController()
  let isFollowing = false
  connection.tell('sending')

  function show(sending: Sending): void {
    if (sending.step === 'sending') {
      bar.value = sending.fraction
      status.replaceChildren(paragraph(say.send.sending(sending.fraction)))
    } else if (sending.step === 'waiting') {
      const text = sending.why === 'not-confirmed' ? say.send.notConfirmed : say.send.waiting
      if (sending.why !== 'turn') status.replaceChildren(paragraph(text))
    } else if (sending.step === 'refused') {
      bar.hidden = true
      status.replaceChildren(notice(say.send.refusal(sending.code), 'warn'))
    } else if (!isFollowing) {
      isFollowing = true
      void follow()
    }
  }

  async function follow(): Promise<void> {
    connection.tell('sent')
    bar.value = 1
    status.replaceChildren(stored())
    const pairing = connection.confirmed()
    if (connection.hello?.scope === 'add') {
      bar.hidden = true
      status.append(paragraph(say.send.onComputer))
    } else if (pairing) {
      await followResult(connection.desktop, pairing, id, onUpload, gone.signal)
    }
    letSleep()
  }

  function onUpload({ result }: Upload): void {
    if (gone.signal.aborted || result === null) return
    if (result.status === 'waiting') status.replaceChildren(stored(), paragraph(words.steps.waiting))
    if (result.status === 'analysing') {
      const now = STEPS.indexOf(result.progress.step)
      bar.value = (now + result.progress.fraction) / STEPS.length
      status.replaceChildren(stored(), stepList(now))
    }
    if (result.status === 'failed') content.replaceChildren(stored(), failureView(result.error))
    if (result.status === 'analysed') {
      content.replaceChildren(answerView(result.analysis, say.answer.from(connection.name)))
      connection.tell('result-shown')
    }
  }

  const stopListening = sender.onChange(() => show(sender.stateOf(id)))
  show(sender.stateOf(id))
  return {
    name: 'send',
    title: say.answer.title,
    hasQuietTitle: true,
    content: [content],
    actions: [
      button(say.kept.title, to.kept, { kind: 'quiet', sign: 'tray' }),
      button(say.answer.another, to.next, { kind: 'primary' })
    ],
    back: to.next,
    leave() {
      stopListening()
      gone.abort()
      letSleep()
    }
  }
}

/** What is done, what is being done, what is to come. */
function stepList(now: number): HTMLElement {
  const state = (index: number) => (index < now ? 'done' : index === now ? 'now' : 'next')
  return h(
    'ol',
    { class: 'progress-steps' },
    ...STEPS.map((step, index) => h('li', { 'data-state': state(index) }, words.steps.name(step)))
  )
}

function stored(): HTMLElement {
  return h('p', { class: 'stored' }, icon('check'), say.send.stored)
}
