import type { Question } from '../../core/analysis'
import type { OperatingPoint } from '../../core/model-card'
import { useWords } from '../use-words'
import { DataTable } from './DataTable'
import { Figure } from './Figure'

/** Where an answer's lines are drawn and what that finds; what it promises, where it promises anything. */
type Drawn = Pick<
  OperatingPoint,
  'threshold' | 'cannotTell' | 'sensitivity' | 'specificity' | 'answered' | 'answeredMacc'
> &
  Partial<Pick<OperatingPoint, 'odds'>>

interface PointTableProps {
  title: string
  question: Question
  /** Odds of each, or of none. */
  rows: readonly { name: string; point: Drawn }[]
}

/** What each way to answer a question brings and costs. */
export function PointTable({ title, question, rows }: PointTableProps) {
  const { accuracy, gauge, model } = useWords()
  const { points: text } = accuracy
  const { row, found, spared } = text.rows(question)
  const hasOdds = rows.some(({ point }) => point.odds !== undefined)
  return (
    <DataTable
      title={title}
      columns={[
        { name: row },
        { name: text.columns.threshold },
        ...(hasOdds ? [{ name: text.columns.odds }] : []),
        { name: model.sensitivity, meaning: found },
        { name: model.specificity, meaning: spared },
        { name: text.columns.band },
        { name: model.answered, meaning: model.answeredMeaning },
        { name: text.columns.answeredMacc }
      ]}
      rows={rows.map(({ name, point }) => ({
        name,
        cells: [
          gauge.score(point.threshold),
          ...(point.odds ? [text.odds(point.odds)] : []),
          <Figure key="sensitivity" estimate={point.sensitivity} />,
          <Figure key="specificity" estimate={point.specificity} />,
          text.band(point.cannotTell.low, point.cannotTell.high),
          <Figure key="answered" estimate={point.answered} />,
          <Figure key="answered-macc" estimate={point.answeredMacc} />
        ]
      }))}
    />
  )
}
