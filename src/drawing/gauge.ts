import type { Answer } from '../core/analysis'
import { refusalOf } from '../core/answer'
import { type GaugeGeometry, gaugeGeometry, type OnGauge } from './gauge-geometry'
import { OUTCOME_LOOK, type OutcomeLook } from './outcome-look'
import { scoreTrack } from './score-track'
import type { ColourRole, Shape } from './shape'

/** Lines of the drawing from its top, rem: they grow with the text. */
const Y_REM = { score: 1.5, track: 2.5, trackHeight: 1, names: 4.75, below: 6.125, end: 6.375, endBelow: 7.625 }
/** Sizes of the text, rem. */
const TEXT_REM = { usual: 0.875, score: 1.25 }

/** The words of the gauge. */
export interface GaugeLabels {
  normalEnd: string
  abnormalEnd: string
  band: string
  threshold: string
  score: string
}

/**
 * One scale from normal-like to abnormal-like. It is filled from neither end, so a small score looks no emptier than a
 * large one: what counts is where the marker stands, and how far from the band. A recording that was refused has no
 * marker: its score says nothing.
 *
 * @param widthPx of the whole drawing, at least 200
 * @param remPx CSS pixels of one rem
 */
export function gauge(
  answer: OnGauge & Pick<Answer, 'outcome' | 'reason'>,
  labels: GaugeLabels,
  widthPx: number,
  remPx: number
): { shapes: Shape[]; heightPx: number } {
  const at = gaugeGeometry(answer, widthPx, remPx)
  const y = (line: keyof typeof Y_REM) => Y_REM[line] * remPx
  const track = { y: y('track'), height: y('trackHeight') }
  const text = { 'font-size': TEXT_REM.usual * remPx }
  const shapes: Shape[] = [
    ...scoreTrack({ ...at, ...track }),
    upright(at.startX, track, 3, 'normal', 2),
    upright(at.endX, track, 3, 'abnormal', 2),
    upright(at.thresholdX, track, 4, 'text', 1),
    ...(refusalOf(answer) === null ? marker(at, track, OUTCOME_LOOK[answer.outcome], labels.score, remPx) : []),
    label(labels.normalEnd, at.startX, y('names'), 'start', 'normal', { ...text, 'font-weight': 500 }),
    label(labels.abnormalEnd, at.endX, y('names'), 'end', 'abnormal', { ...text, 'font-weight': 500 }),
    label(
      labels.band,
      at.bandLabelX,
      at.isBandLabelBelow ? y('endBelow') - 0.25 * remPx : y('names'),
      'middle',
      'unclear',
      text
    ),
    label(labels.threshold, at.thresholdLabelX, y('below'), 'middle', 'muted', text)
  ]
  return { shapes, heightPx: y(at.isBandLabelBelow ? 'endBelow' : 'end') }
}

interface Track {
  y: number
  height: number
}

/** The score as a pointer on the scale, and where other parts of the recording would lie. */
function marker(
  at: GaugeGeometry,
  track: Track,
  { role, isFilled }: OutcomeLook,
  score: string,
  remPx: number
): Shape[] {
  const middle = track.y + track.height / 2
  const interval = { x1: at.interval.startX, x2: at.interval.endX, y1: middle, y2: middle }
  return [
    { tag: 'line', attributes: { ...interval, 'stroke-width': 4, 'stroke-linecap': 'round' }, stroke: role },
    {
      tag: 'path',
      attributes: { d: `M${at.markerX} ${track.y - 1}l-7 -10h14Z`, 'stroke-width': 1.5, 'stroke-linejoin': 'round' },
      fill: isFilled ? role : 'raised',
      stroke: role
    },
    {
      tag: 'line',
      attributes: { x1: at.markerX, x2: at.markerX, y1: track.y - 1, y2: track.y + track.height, 'stroke-width': 2 },
      stroke: role
    },
    label(score, at.markerLabelX, Y_REM.score * remPx, 'middle', role, {
      'font-size': TEXT_REM.score * remPx,
      'font-weight': 600
    })
  ]
}

/** An upright line through the track that stands out by `reach` on both sides. */
function upright(x: number, { y, height }: Track, reach: number, stroke: ColourRole, strokeWidth: number): Shape {
  const attributes = { x1: x, x2: x, y1: y - reach, y2: y + height + reach, 'stroke-width': strokeWidth }
  return { tag: 'line', attributes, stroke }
}

function label(
  text: string,
  x: number,
  y: number,
  anchor: 'start' | 'middle' | 'end',
  fill: ColourRole,
  font: Record<string, number>
): Shape {
  return { tag: 'text', attributes: { x, y, 'text-anchor': anchor, ...font }, fill, text }
}
