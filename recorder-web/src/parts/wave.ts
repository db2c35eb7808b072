import type { Picture } from '../../../src/core/picture'
import { usualReach, waveformBars } from '../../../src/drawing/waveform'
import { h } from '../element'

/** The picture is not stretched any further than this fills it: noise must look like noise. */
const LEAST_REACH = 0.005

/** A sound over time, in the page's own ink, sharp on any screen. */
export class Wave {
  readonly element: HTMLCanvasElement
  private shown: Picture<'waveform'> | null = null
  private playedFraction = 0

  constructor(label: string) {
    this.element = h('canvas', { class: 'wave', role: 'img', 'aria-label': label })
    new ResizeObserver(() => this.draw()).observe(this.element)
    // The style lets a change of colour take a moment, so that day and night are noticed here.
    this.element.addEventListener('transitionend', () => this.draw())
  }

  /** @param playedFraction what lies before it is drawn in the accent colour */
  show(picture: Picture<'waveform'>, playedFraction = 0): void {
    this.shown = picture
    this.playedFraction = playedFraction
    this.draw()
  }

  private draw(): void {
    const { element, shown, playedFraction } = this
    const context = element.getContext('2d')
    if (!context || !shown) return
    const ratio = Math.min(3, devicePixelRatio)
    const [width, height] = [Math.round(element.clientWidth * ratio), Math.round(element.clientHeight * ratio)]
    if (element.width !== width || element.height !== height) Object.assign(element, { width, height })
    context.clearRect(0, 0, width, height)
    const bars = waveformBars(shown, {
      fromS: 0,
      toS: shown.dims[0] * shown.hopS,
      widthPx: width,
      heightPx: height,
      reach: Math.max(LEAST_REACH, usualReach(shown))
    })
    const style = getComputedStyle(element)
    const fill = (colour: string, fromX: number, toX: number) => {
      context.fillStyle = colour
      for (let x = fromX; x < toX; x++) context.fillRect(x, bars[2 * x]!, 1, bars[2 * x + 1]!)
    }
    const playedX = Math.round(playedFraction * width)
    fill(style.getPropertyValue('--accent'), 0, playedX)
    fill(style.color, playedX, width)
  }
}
