import type { TakeStart } from '../capture/captured'
import { LiveSound, silence } from '../capture/live-sound'
import { paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'
import { BeatLight } from './beat-light'
import { microphoneWarnings } from './microphone-facts'
import { Wave } from './wave'

/** What the microphone hears while it hears it: the wave, the beat, the level, and what is wrong with the microphone. */
export class LiveView {
  private readonly wave = new Wave(say.record.wave)
  private readonly light = new BeatLight()
  private readonly hint = h('p', { class: 'hint', role: 'status' })
  private readonly warning = paragraph('', 'warning')
  readonly elements = [this.wave.element, this.light.element, this.hint, this.warning]
  private sound: LiveSound | null = null
  private frame = 0

  /** @param onTick called at each picture, with the seconds since the first sample and the level of now, dB re full scale */
  constructor(private readonly onTick: (nowS: number, levelDb: number) => void) {
    this.light.idle()
    this.wave.show(silence())
  }

  /** The microphone is asked for. */
  asked(): void {
    this.hint.textContent = say.record.starting
  }

  start({ microphone, sampleRate, way }: TakeStart): void {
    this.sound = new LiveSound(sampleRate)
    const { label, processing } = microphone
    this.warning.textContent = microphoneWarnings({ microphone: label, sampleRate, processing, way })[0] ?? ''
    this.draw()
  }

  push(samples: Float32Array): void {
    this.sound?.push(samples)
  }

  stop(): void {
    cancelAnimationFrame(this.frame)
  }

  private draw(): void {
    const { sound, wave, light, hint } = this
    if (!sound) return
    const nowS = sound.nowS()
    wave.show(sound.waveform)
    light.show(sound.beat, nowS)
    this.onTick(nowS, sound.levelDb)
    const said = sound.level === null ? '' : say.record.level(sound.level)
    if (hint.textContent !== said) hint.textContent = said
    this.frame = requestAnimationFrame(() => this.draw())
  }
}
