import type { App } from '../app'
import { keepAwake } from '../capture/wake-lock'
import { button } from '../controls'
import { followResult } from '../desktop/follow'
import type { Screen } from '../display'
import { say } from '../language'
import { SendView } from '../parts/send-view'

/** From the phone to the answer: sent, stored, analysed, said. */
export function sendScreen({ sender, connection }: App, id: string, to: { kept(): void; next(): void }): Screen {
  const view = new SendView()
  const letSleep = keepAwake()
  const gone = new AbortController()
  let isFollowing = false

  function draw(): void {
    const sending = sender.stateOf(id)
    if (sending.step !== 'stored') view.showSending(sending, connection.state.is === 'unreachable')
    else if (!isFollowing) {
      isFollowing = true
      void follow()
    }
  }

  async function follow(): Promise<void> {
    connection.tell('sent')
    const pairing = connection.confirmed()
    const isTold = connection.hello?.scope !== 'add'
    view.showStored(isTold)
    if (pairing && isTold) {
      await followResult(
        connection.desktop,
        pairing,
        id,
        ({ result }) => {
          if (gone.signal.aborted || result === null) return
          view.showResult(result, connection.name)
          if (result.status === 'analysed') connection.tell('result-shown')
        },
        gone.signal
      )
    }
    letSleep()
  }

  connection.tell('sending')
  // Whether anybody is there is known sooner than whether a whole part has arrived.
  void connection.look()
  const stops = [sender.onChange(draw), connection.onChange(draw)]
  draw()
  return {
    name: 'send',
    title: say.answer.title,
    hasQuietTitle: true,
    content: [view.element],
    actions: [
      button(say.kept.title, to.kept, { kind: 'quiet', sign: 'tray' }),
      button(say.answer.another, to.next, { kind: 'primary' })
    ],
    back: to.next,
    leave() {
      for (const stop of stops) stop()
      gone.abort()
      letSleep()
    }
  }
}
