import type { MicrophoneBlock } from '../../../src/contracts/phone-api'
import type { App } from '../app'
import type { Captured } from '../capture/captured'
import { OneTake } from '../capture/one-take'
import { button, choice } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say, words } from '../language'
import { LiveView } from '../parts/live-view'
import { RecordButton } from '../parts/record-button'
import { DURATIONS_S, type Series } from '../series'

interface Exits {
  captured(captured: Captured): void
  blocked(block: MicrophoneBlock): void
  back(): void
}

/** One big button, and what the microphone hears. */
export function recordScreen({ series, connection }: App, to: Exits): Screen {
  const big = new RecordButton(tap)
  const view = new LiveView((nowS, levelDb) =>
    big.tick(Math.max(0, series.durationS - nowS), series.durationS, levelDb)
  )
  const length = lengthChoice(series.durationS, (chosenS) => {
    series.durationS = chosenS
  })
  const back = button(say.back, to.back, { kind: 'quiet', sign: 'back' })
  const take = new OneTake({
    onStart(start) {
      connection.tell('microphone-allowed')
      connection.tell('recording')
      view.start(start)
      big.run()
      length.hidden = true
      back.hidden = true
    },
    onSamples: (samples) => view.push(samples),
    onEnd(captured) {
      connection.tell('recorded')
      to.captured(captured)
    },
    onBlocked(block) {
      connection.tell('microphone-blocked', block)
      to.blocked(block)
    }
  })

  function tap(): void {
    if (take.isRunning) take.stop()
    else if (big.state === 'idle') ask()
  }

  function ask(): void {
    big.starting()
    view.asked()
    connection.tell('microphone-asked')
    void take.start(series.durationS)
  }

  return {
    name: 'record',
    title: say.record.title,
    hasQuietTitle: true,
    content: [about(series), ...view.elements],
    actions: [h('div', { class: 'record-row' }, back, big.element, length)],
    back: () => (take.isRunning ? take.stop() : to.back()),
    leave() {
      view.stop()
      take.abandon()
    }
  }
}

/** Which take it is, and of which place where that was said. */
function about({ site, takes }: Series): HTMLElement {
  const number = say.record.take(takes.length + 1)
  const place = site === null ? [] : [h('strong', {}, words.chest.site(site).name), ' · ']
  return h('p', { class: 'about' }, ...place, number)
}

function lengthChoice(durationS: number, onChoose: (durationS: number) => void): HTMLElement {
  return choice(
    say.record.howLong,
    DURATIONS_S.map((value) => ({ value: String(value), text: say.record.seconds(value) })),
    String(durationS),
    (value) => onChoose(Number(value))
  )
}
