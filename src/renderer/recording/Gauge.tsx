import type { Answer } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import { useRem } from '../page/use-rem'
import { useWidth } from '../page/use-width'
import { useWords } from '../use-words'
import { gaugeGeometry } from './gauge-geometry'
import { OUTCOME_LOOK } from './outcome-look'
import { ScoreTrack } from './ScoreTrack'

/** Lines of the picture from its top, rem: they grow with the text. */
const Y_REM = { marker: 1.5, track: 2.5, trackHeight: 1, names: 4.75, below: 6.125, end: 6.375, endBelow: 7.625 }
const NARROWEST_PX = 200

/**
 * One scale from normal-like to abnormal-like. It is filled from neither end, so a small score looks no emptier
 * than a large one: what counts is where the marker stands, and how far from the band. A recording that was refused
 * has no marker: its score says nothing.
 */
export function Gauge({ answer }: { answer: Answer }) {
  const words = useWords()
  const [ref, measured] = useWidth<HTMLDivElement>()
  const width = Math.max(NARROWEST_PX, measured)
  const rem = useRem()
  const at = gaugeGeometry(answer, width, rem)
  const top = Y_REM.track * rem
  const trackHeight = Y_REM.trackHeight * rem
  const middle = top + trackHeight / 2
  const hasScore = refusalOf(answer) === null
  return (
    <div ref={ref} className="w-full">
      <svg
        width={width}
        height={(at.isBandLabelBelow ? Y_REM.endBelow : Y_REM.end) * rem}
        role="img"
        aria-label={words.gauge.description(answer, !hasScore)}
        className="block max-w-full overflow-visible text-sm"
      >
        <ScoreTrack {...at} y={top} height={trackHeight} />
        <line
          x1={at.startX}
          x2={at.startX}
          y1={top - 3}
          y2={top + trackHeight + 3}
          className="stroke-normal"
          strokeWidth={2}
        />
        <line
          x1={at.endX}
          x2={at.endX}
          y1={top - 3}
          y2={top + trackHeight + 3}
          className="stroke-abnormal"
          strokeWidth={2}
        />
        <line x1={at.thresholdX} x2={at.thresholdX} y1={top - 4} y2={top + trackHeight + 4} className="stroke-text" />

        {hasScore && (
          <g className={OUTCOME_LOOK[answer.outcome].text}>
            <line
              x1={at.interval.startX}
              x2={at.interval.endX}
              y1={middle}
              y2={middle}
              stroke="currentColor"
              strokeWidth={4}
              strokeLinecap="round"
            />
            <path
              d={`M${at.markerX} ${top - 1}l-7 -10h14Z`}
              fill={answer.outcome === 'cannot-tell' ? 'var(--color-raised)' : 'currentColor'}
              stroke="currentColor"
              strokeWidth={1.5}
              strokeLinejoin="round"
            />
            <line
              x1={at.markerX}
              x2={at.markerX}
              y1={top - 1}
              y2={top + trackHeight}
              stroke="currentColor"
              strokeWidth={2}
            />
            <text
              x={at.markerLabelX}
              y={Y_REM.marker * rem}
              textAnchor="middle"
              fill="currentColor"
              className="text-lg font-semibold"
            >
              {words.gauge.score(answer.abnormalProbability)}
            </text>
          </g>
        )}

        <text x={at.startX} y={Y_REM.names * rem} className="fill-normal font-medium">
          {words.gauge.normalEnd}
        </text>
        <text x={at.endX} y={Y_REM.names * rem} textAnchor="end" className="fill-abnormal font-medium">
          {words.gauge.abnormalEnd}
        </text>
        <text
          x={at.bandLabelX}
          y={(at.isBandLabelBelow ? Y_REM.endBelow - 0.25 : Y_REM.names) * rem}
          textAnchor="middle"
          className="fill-unclear"
        >
          {words.gauge.band}
        </text>
        <text x={at.thresholdLabelX} y={Y_REM.below * rem} textAnchor="middle" className="fill-muted">
          {words.gauge.threshold} {words.gauge.score(answer.threshold)}
        </text>
      </svg>
    </div>
  )
}
