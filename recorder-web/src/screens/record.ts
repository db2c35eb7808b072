import type { App } from '../app'
import { LiveSound, SHOWN_S } from '../capture/live-sound'
import { type Microphone, MicrophoneError } from '../capture/microphone'
import { type Captured, type RunningTake, startTake } from '../capture/take-recorder'
import { keepAwake } from '../capture/wake-lock'
import { button, choice, paragraph } from '../controls'
import { h } from '../element'
import { say, words } from '../language'
import { BeatLight } from '../parts/beat-light'
import { microphoneWarnings } from '../parts/microphone-facts'
import { RecordButton } from '../parts/record-button'
import { Wave } from '../parts/wave'
import type { Screen } from '../screen'
import { DURATIONS_S, MOST_TAKES } from '../sitting'
import { blockedScreen } from './blocked'
import { placeScreen } from './place'
import { reviewScreen } from './review'

/** Peaks below the one are lost in the microphone's own noise; above the other they are soon cut off. dB re full scale. */
const LEVEL_DB = { quiet: -65, loud: -1 }

/** One big button, and what the microphone hears. */
export function recordScreen(app: App): Screen {
  const { sitting, stage, connection } = app
  const wave = new Wave(say.record.wave)
  const light = new BeatLight()
  const hint = h('p', { class: 'hint', role: 'status' })
  const record = new RecordButton(tap)
  let take: RunningTake | null = null
  let letSleep: (() => void) | null = null
  let picture = 0
  let isGone = false

  async function tap(): Promise<void> {
    if (take) return take.stop()
    if (record.element.dataset['state'] !== 'idle') return
    record.starting()
    hint.textContent = say.record.starting
    letSleep = keepAwake()
    connection.tell('microphone-asked')
    try {
      const running = await startTake(sitting.durationS, {
        onStart,
        onSamples: (samples) => live?.push(samples),
        onEnd
      })
      if (isGone) running.stop()
      else take = running
    } catch (error) {
      letSleep()
      if (isGone) return
      const block = error instanceof MicrophoneError ? error.block : 'unsupported'
      connection.tell('microphone-blocked', block)
      stage.show(blockedScreen(app, block))
    }
  }

  let live: LiveSound | null = null

  function onStart({
    microphone,
    sampleRate,
    way
  }: {
    microphone: Microphone
    sampleRate: number
    way: Captured['way']
  }): void {
    connection.tell('microphone-allowed')
    connection.tell('recording')
    live = new LiveSound(sampleRate)
    record.run()
    length.hidden = true
    back.hidden = true
    const { label, processing } = microphone
    warning.textContent = microphoneWarnings({ microphone: label, sampleRate, processing, way })[0] ?? ''
    picture = requestAnimationFrame(draw)
  }

  function draw(): void {
    if (!live) return
    const { durationS } = sitting
    const nowS = live.nowS()
    wave.draw(live.columns)
    light.show(live.beat, nowS)
    record.tick(Math.max(0, durationS - nowS), durationS, live.levelDb)
    const { levels } = say.record
    const level =
      live.loudestDb() < LEVEL_DB.quiet ? levels.quiet : live.loudestDb() > LEVEL_DB.loud ? levels.loud : levels.right
    if (hint.textContent !== level && nowS > 1) hint.textContent = level
    picture = requestAnimationFrame(draw)
  }

  function onEnd(captured: Captured): void {
    letSleep?.()
    cancelAnimationFrame(picture)
    if (isGone) return
    connection.tell('recorded')
    stage.show(reviewScreen(app, captured))
  }

  light.idle()
  requestAnimationFrame(() => wave.draw(new Float32Array(SHOWN_S)))
  const warning = paragraph('', 'warning')
  const length = choice(
    say.record.howLong,
    DURATIONS_S.map((value) => ({ value: String(value), text: say.record.seconds(value) })),
    String(sitting.durationS),
    (value) => {
      sitting.durationS = Number(value)
    }
  )
  const back = button(say.back, leave, { kind: 'quiet', sign: 'back' })
  const site = sitting.site === null ? '' : words.recorder.place.site(sitting.site).name

  function leave(): void {
    stage.show(placeScreen(app))
  }

  return {
    name: 'record',
    title: say.record.title,
    hasQuietTitle: true,
    content: [
      h(
        'p',
        { class: 'about' },
        h('strong', {}, site),
        ` · ${say.record.takeOf(Math.min(MOST_TAKES, sitting.takes.length + 1), MOST_TAKES)}`
      ),
      wave.element,
      light.element,
      hint,
      warning
    ],
    actions: [h('div', { class: 'record-row' }, back, record.element, length)],
    back: () => (take ? take.stop() : leave()),
    leave() {
      isGone = true
      cancelAnimationFrame(picture)
      take?.stop()
      letSleep?.()
    }
  }
}
