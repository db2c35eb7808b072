import type { Question } from '../../core/analysis'
import type { ModelCard } from '../../core/model-card'
import { countedBin } from '../../core/similar'
import { useRem } from '../page/use-rem'
import { useWords } from '../use-words'
import { UnitAxes } from './UnitAxes'

interface ReliabilityPlotProps {
  question: Question
  reliability: ModelCard['reliability'] | ModelCard['murmur']['reliability']
}

/** What share of the recordings with a score was what it speaks for, beside what the score says. */
export function ReliabilityPlot({ question, reliability }: ReliabilityPlotProps) {
  const words = useWords()
  const { reliability: text } = words.accuracy
  const rem = useRem()
  const bins = reliability.bins.map(countedBin).filter(({ count }) => count > 0)
  const { baseRate } = reliability
  const rows = bins.map((bin) => text.row(bin, question))
  return (
    <figure className="flex flex-wrap items-end gap-x-8 gap-y-3">
      <h3 className="w-full font-medium">{text.title(question)}</h3>
      <UnitAxes label={text.description(rows, baseRate, question)} xTitle={text.x} yTitle={text.y(question)}>
        {({ x, y }) => (
          <>
            <line x1={x(0)} y1={y(0)} x2={x(1)} y2={y(1)} className="stroke-edge" strokeDasharray="1 4" />
            <text x={x(0.99)} y={y(0.86)} textAnchor="end" className="fill-muted">
              {text.ideal}
            </text>
            <line
              x1={x(0)}
              x2={x(1)}
              y1={y(baseRate)}
              y2={y(baseRate)}
              className="stroke-muted"
              strokeDasharray="6 4"
            />
            <text x={x(0.01)} y={y(baseRate) - 0.35 * rem} className="fill-muted">
              {text.base(baseRate)}
            </text>
            {bins.map(({ low, count, found, interval, meanProbability }) => {
              const share = found / count
              const at = x(meanProbability)
              const isRight = meanProbability > 0.85
              return (
                <g key={low}>
                  <line
                    x1={at}
                    x2={at}
                    y1={y(interval.low)}
                    y2={y(interval.high)}
                    className="stroke-accent"
                    strokeWidth={1.5}
                  />
                  <circle cx={at} cy={y(share)} r={5} className="fill-accent" />
                  <text
                    x={at + (isRight ? -0.6 : 0.6) * rem}
                    y={y(share) + 1.1 * rem}
                    textAnchor={isRight ? 'end' : 'start'}
                    className="fill-text"
                  >
                    {words.numbers.integer(count)}
                  </text>
                </g>
              )
            })}
          </>
        )}
      </UnitAxes>
      <figcaption className="min-w-0 grow basis-64">
        <p>{text.explained(reliability, question)}</p>
        <table className="mt-3">
          <caption className="sr-only">{words.accuracy.numbersOf(text.title(question))}</caption>
          <thead>
            <tr className="text-left text-muted">
              <th className="py-1 pr-6 font-medium">{text.columns.score}</th>
              <th className="py-1 pr-6 text-right font-medium">{text.columns.count}</th>
              <th className="py-1 text-right font-medium">{text.columns.found(question)}</th>
            </tr>
          </thead>
          <tbody>
            {bins.map((bin) => (
              <tr key={bin.low} className="border-t border-line tabular-nums">
                <td className="py-1 pr-6">{text.score(bin)}</td>
                <td className="py-1 pr-6 text-right">{words.numbers.integer(bin.count)}</td>
                <td className="py-1 text-right">{text.share(bin)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </figcaption>
    </figure>
  )
}
