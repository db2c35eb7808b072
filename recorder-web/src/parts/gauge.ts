import type { Answer } from '../../../src/core/analysis'
import { svg } from '../element'
import { words } from '../language'

const WIDTH = 320
const [LEFT, RIGHT] = [10, 310]

function at(value: number): number {
  return LEFT + value * (RIGHT - LEFT)
}

function label(text: string, x: number, y: number, anchor: 'start' | 'middle' | 'end'): SVGElement {
  return Object.assign(svg('text', { x, y, 'text-anchor': anchor }), { textContent: text })
}

/** The scale from normal-like to abnormal-like, with the band in which no answer is given, for one that was not refused. */
export function drawGauge(answer: Answer): SVGElement {
  const { abnormalProbability: value, interval, cannotTell, threshold } = answer
  const band = svg('rect', {
    class: 'gauge-band',
    x: at(cannotTell.low),
    y: 26,
    width: Math.max(1, at(cannotTell.high) - at(cannotTell.low)),
    height: 20
  })
  const range = svg('rect', {
    class: 'gauge-range',
    x: at(interval.low),
    y: 33,
    width: Math.max(1, at(interval.high) - at(interval.low)),
    height: 6
  })
  const x = at(value)
  return svg(
    'svg',
    { class: 'gauge', viewBox: `0 0 ${WIDTH} 96`, role: 'img', 'aria-label': words.gauge.description(answer, false) },
    label(words.gauge.normalEnd, LEFT, 16, 'start'),
    label(words.gauge.abnormalEnd, RIGHT, 16, 'end'),
    svg('line', { class: 'gauge-line', x1: LEFT, x2: RIGHT, y1: 36, y2: 36 }),
    band,
    svg('line', { class: 'gauge-threshold', x1: at(threshold), x2: at(threshold), y1: 26, y2: 46 }),
    range,
    svg('path', { class: 'gauge-mark', d: `M${x} 42l8 13h-16Z` }),
    label(words.gauge.score(value), Math.max(26, Math.min(294, x)), 71, 'middle'),
    label(words.gauge.band, Math.max(48, Math.min(272, at((cannotTell.low + cannotTell.high) / 2))), 91, 'middle')
  )
}
