import type { ReactNode } from 'react'
import type { Metric } from '../../core/model-card'
import { useWords } from '../use-words'
import { DataTable } from './DataTable'
import { Figure } from './Figure'
import { tablesOf } from './figure-tables'
import { TitledSection } from './TitledSection'

interface ProtocolSectionProps {
  letter: string
  metrics: readonly Metric[]
  /** The picture of it, between what it asks and its tables. */
  children?: ReactNode
}

/** What one protocol asks, and what came out. Nothing where the card has no figure of it. */
export function ProtocolSection({ letter, metrics, children }: ProtocolSectionProps) {
  const words = useWords()
  const tables = tablesOf(metrics, letter)
  if (tables.length === 0) return null
  const { title, meaning } = words.accuracy.protocol(letter)
  return (
    <TitledSection title={title} lead={meaning}>
      {children}
      {tables.map(({ protocol, measures, rows }) => (
        <DataTable
          key={protocol}
          title={protocol}
          columns={[
            { name: words.accuracy.columns.data },
            { name: words.accuracy.columns.count },
            ...measures.map(words.accuracy.measure)
          ]}
          rows={rows.map(({ data, count, cells }) => ({
            name: data,
            cells: [
              words.numbers.integer(count),
              // biome-ignore lint/suspicious/noArrayIndexKey: one cell a measure, in their order
              ...cells.map((cell, index) => <Figure key={index} estimate={cell} />)
            ]
          }))}
        />
      ))}
    </TitledSection>
  )
}
