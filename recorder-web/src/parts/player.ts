import { durationOf, HEARD_RATE_HZ, type Pcg } from '../../../src/core/pcg'
import { notDrawn } from '../../../src/core/picture'
import { resample } from '../../../src/core/resample'
import { drawWaveform } from '../../../src/core/waveform'
import { button } from '../controls'
import { h } from '../element'
import { icon } from '../icons'
import { say } from '../language'
import { playable } from '../outbox/make-take'
import { Wave } from './wave'

/** A take to look at and to listen to. */
export class Player {
  readonly element = h('div', { class: 'player' })
  private readonly audio = new Audio()
  private readonly wave = new Wave('')
  private waveform = notDrawn('waveform')
  private readonly toggle = button(say.review.play, () => this.tap(), { sign: 'play' })
  private frame = 0

  constructor() {
    for (const name of ['play', 'pause', 'ended']) this.audio.addEventListener(name, () => this.follow())
    this.wave.element.addEventListener('click', (event) => {
      const { left, width } = this.wave.element.getBoundingClientRect()
      if (Number.isFinite(this.audio.duration)) {
        this.audio.currentTime = (this.audio.duration * (event.clientX - left)) / width
        this.draw()
      }
    })
  }

  load(pcg: Pcg): void {
    this.unload()
    this.wave.element.setAttribute('aria-label', say.review.wave(durationOf(pcg)))
    this.waveform = drawWaveform(resample(pcg, HEARD_RATE_HZ))
    this.audio.src = URL.createObjectURL(playable(pcg))
    this.element.replaceChildren(this.toggle, this.wave.element)
    this.draw()
  }

  unload(): void {
    cancelAnimationFrame(this.frame)
    this.audio.pause()
    if (this.audio.src) URL.revokeObjectURL(this.audio.src)
    this.audio.removeAttribute('src')
  }

  private tap(): void {
    if (this.audio.paused) this.audio.play().catch(() => {})
    else this.audio.pause()
  }

  private follow(): void {
    const isPlaying = !this.audio.paused && !this.audio.ended
    this.toggle.replaceChildren(
      icon(isPlaying ? 'pause' : 'play'),
      h('span', {}, isPlaying ? say.review.pause : say.review.play)
    )
    cancelAnimationFrame(this.frame)
    const step = () => {
      this.draw()
      if (!this.audio.paused) this.frame = requestAnimationFrame(step)
    }
    step()
  }

  private draw(): void {
    const { currentTime, duration } = this.audio
    this.wave.show(this.waveform, Number.isFinite(duration) && duration > 0 ? currentTime / duration : 0)
  }
}
