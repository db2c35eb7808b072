import { durationOf, HEARD_RATE_HZ, type Pcg } from '../../../src/core/pcg'
import { resample } from '../../../src/core/resample'
import { button } from '../controls'
import { h } from '../element'
import { icon } from '../icons'
import { say } from '../language'
import { playable } from '../outbox/make-take'
import { columnsOf, Wave } from './wave'

const COLUMN_COUNT = 400

/** A take to look at and to listen to. */
export class Player {
  readonly element = h('div', { class: 'player' })
  private readonly audio = new Audio()
  private columns: Float32Array = new Float32Array(COLUMN_COUNT)
  private wave = new Wave('')
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
    this.columns = columnsOf(resample(pcg, HEARD_RATE_HZ).samples, COLUMN_COUNT)
    this.audio.src = URL.createObjectURL(playable(pcg))
    this.element.replaceChildren(this.toggle, this.wave.element)
    requestAnimationFrame(() => this.draw())
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
    this.wave.draw(this.columns, Number.isFinite(duration) && duration > 0 ? currentTime / duration : 0)
  }
}
