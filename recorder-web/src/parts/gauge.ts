import type { Answer } from '../../../src/core/analysis'
import { refusalOf } from '../../../src/core/answer'
import { gauge } from '../../../src/drawing/gauge'
import { h, svg } from '../element'
import { words } from '../language'
import { drawShapes } from './shapes'

const NARROWEST_PX = 200
/** The window's small text is 14 pixels where a rem has 16; on this page no text is smaller than a rem. */
const PER_REM = 16 / 14

/** The window's own scale from normal-like to abnormal-like, as wide as there is room. */
export function gaugeView(answer: Answer): HTMLElement {
  const element = h('div', { class: 'gauge' })
  const draw = (widthPx: number) => {
    const width = Math.max(NARROWEST_PX, widthPx)
    const remPx = PER_REM * Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
    const { shapes, heightPx } = gauge(answer, words.gauge.labels(answer), width, remPx)
    const label = words.gauge.description(answer, refusalOf(answer) !== null)
    element.replaceChildren(
      svg('svg', { class: 'scale', width, height: heightPx, role: 'img', 'aria-label': label }, ...drawShapes(shapes))
    )
  }
  new ResizeObserver(([entry]) => entry && draw(entry.contentRect.width)).observe(element)
  return element
}
