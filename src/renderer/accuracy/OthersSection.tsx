import type { ModelCard } from '../../core/model-card'
import { useWords } from '../use-words'
import { DataTable } from './DataTable'
import { Figure } from './Figure'
import { comparisons } from './figure-tables'
import { TitledSection } from './TitledSection'

/** The shipped network beside others that were judged alike. */
export function OthersSection({ card }: { card: ModelCard }) {
  const words = useWords()
  const { others: text } = words.accuracy
  const { alternatives, metrics, name, size } = card
  const models = [`${name} (${text.shipped})`, ...alternatives.map((other) => other.name)]
  const compared = comparisons(metrics, alternatives)
  const shuffled = compared.some(({ figure }) => figure.protocol === 'C') ? words.accuracy.protocol('C') : null
  const figures = compared.map(({ figure, cells }) => ({
    name: text.row(words.accuracy.measure(figure.measure).name, figure.data, figure.protocol),
    // biome-ignore lint/suspicious/noArrayIndexKey: one cell a model, in their order
    cells: cells.map((cell, index) => <Figure key={index} estimate={cell} />)
  }))
  const sizes = [size.bytes, ...alternatives.map(({ bytes }) => bytes)].map(words.numbers.bytes)
  return (
    <TitledSection title={text.title} lead={text.lead}>
      <dl className="flex max-w-3xl flex-col gap-2">
        {alternatives.map((other) => (
          <div key={other.name}>
            <dt className="inline font-medium">{other.name}: </dt>
            <dd className="inline">{other.about}</dd>
          </div>
        ))}
      </dl>
      {shuffled && (
        <p className="max-w-3xl">
          <span className="font-medium">{shuffled.title}:</span> {shuffled.meaning}
        </p>
      )}
      <DataTable
        title={words.accuracy.numbersOf(text.title)}
        columns={[words.accuracy.columns.data, ...models].map((column) => ({ name: column }))}
        rows={[{ name: words.accuracy.columns.size, cells: sizes }, ...figures]}
      />
    </TitledSection>
  )
}
