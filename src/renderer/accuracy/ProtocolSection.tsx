import type { ReactNode } from 'react'
import type { Metric, Protocol } from '../../core/model-card'
import { useWords } from '../use-words'
import { DataTable } from './DataTable'
import { Figure } from './Figure'
import { tablesOf } from './figure-tables'
import { TitledSection } from './TitledSection'

interface ProtocolSectionProps {
  protocol: Protocol
  metrics: readonly Metric[]
  /** Stands between what it asks and its tables. */
  picture: ReactNode
}

/** What one protocol asks, and what came out. */
export function ProtocolSection({ protocol, metrics, picture }: ProtocolSectionProps) {
  const words = useWords()
  const tables = tablesOf(metrics, protocol)
  const { title, meaning } = words.accuracy.protocol(protocol)
  return (
    <TitledSection title={title} lead={meaning}>
      {picture}
      {tables.map(({ setting, measures, rows }) => (
        <DataTable
          key={`${setting.scope}: ${setting.about}`}
          title={words.accuracy.setting(setting)}
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
