import type { ReactNode } from 'react'
import type { ModelCard, OperatingPoint, OperatingPointName } from '../../core/model-card'
import { useWords } from '../use-words'
import { areaUnder } from './figure-tables'
import { UnitAxes, type UnitScale } from './UnitAxes'

/** Lines are told apart by their dashes, not by colour; the first, of all recordings, is the thick one. */
const DASHES = [undefined, '8 4', '2 3', '9 3 2 3', '5 2', '1 5']

/** Each purpose has a shape of its own, about the origin. */
const SHAPES: Record<OperatingPointName, string> = {
  'miss-few': 'M-6 0a6 6 0 1 0 12 0a6 6 0 1 0 -12 0Z',
  balanced: 'M-5.5 -5.5h11v11h-11Z',
  'alarm-few': 'M0 -7l7 12.5h-14Z'
}

/** What every threshold would find and what it would cost, and the three that can be chosen. */
export function RocPlot({ card }: { card: ModelCard }) {
  const words = useWords()
  const { roc } = words.accuracy
  const curves = card.curves.map((curve, index) => ({
    ...curve,
    line: { strokeWidth: index === 0 ? 2.5 : 1.5, strokeDasharray: DASHES[index % DASHES.length] },
    text: roc.curve(curve.data, areaUnder(curve, card.metrics))
  }))
  const points = card.operatingPoints.map((point) => ({
    ...point,
    text: roc.point(words.model.operatingPoint(point.name).title, point.sensitivity, point.specificity)
  }))
  const texts = (all: readonly { text: string }[]) => all.map(({ text }) => text)
  return (
    <figure className="flex flex-wrap items-end gap-x-8 gap-y-3">
      <h3 className="w-full font-medium">{roc.title}</h3>
      <UnitAxes label={roc.description(texts(curves), texts(points))} xTitle={roc.x} yTitle={roc.y}>
        {(scale) => (
          <>
            <Coin scale={scale} text={roc.coin} />
            {curves.map(({ data, falsePositiveRate, truePositiveRate, line }) => (
              <path
                key={data}
                d={`M${falsePositiveRate.map((alarm, corner) => `${scale.x(alarm).toFixed(1)} ${scale.y(truePositiveRate[corner]!).toFixed(1)}`).join('L')}`}
                fill="none"
                className={line.strokeDasharray === undefined ? 'stroke-text' : 'stroke-ink'}
                {...line}
              />
            ))}
            {points.map((point) => (
              <Mark key={point.name} point={point} scale={scale} />
            ))}
          </>
        )}
      </UnitAxes>
      <figcaption className="min-w-0 grow basis-64">
        <p>{roc.explained}</p>
        <ul className="mt-3 flex flex-col gap-2">
          {curves.map(({ data, line, text }) => (
            <Key key={data} text={text}>
              <line x1={0} x2={32} y1={8} y2={8} className="stroke-text" {...line} />
            </Key>
          ))}
          {points.map(({ name, text }) => (
            <Key key={name} text={text}>
              <path d={SHAPES[name]} transform="translate(16 8)" className="fill-accent" />
            </Key>
          ))}
        </ul>
      </figcaption>
    </figure>
  )
}

function Coin({ scale, text }: { scale: UnitScale; text: string }) {
  return (
    <>
      <line
        x1={scale.x(0)}
        y1={scale.y(0)}
        x2={scale.x(1)}
        y2={scale.y(1)}
        className="stroke-edge"
        strokeDasharray="1 4"
      />
      <text x={scale.x(0.72)} y={scale.y(0.62)} className="fill-muted">
        {text}
      </text>
    </>
  )
}

function Mark({ point, scale }: { point: OperatingPoint; scale: UnitScale }) {
  const { sensitivity, specificity, name } = point
  const [x, y] = [scale.x(1 - specificity.value), scale.y(sensitivity.value)]
  return (
    <g className="fill-accent stroke-accent">
      <line x1={scale.x(1 - specificity.high)} x2={scale.x(1 - specificity.low)} y1={y} y2={y} strokeWidth={1.5} />
      <line x1={x} x2={x} y1={scale.y(sensitivity.low)} y2={scale.y(sensitivity.high)} strokeWidth={1.5} />
      <path d={SHAPES[name]} transform={`translate(${x} ${y})`} className="stroke-raised" strokeWidth={1.5} />
    </g>
  )
}

function Key({ text, children }: { text: string; children: ReactNode }) {
  return (
    <li className="flex gap-3">
      <svg width={32} height={16} className="mt-0.5 shrink-0" aria-hidden="true">
        {children}
      </svg>
      {text}
    </li>
  )
}
