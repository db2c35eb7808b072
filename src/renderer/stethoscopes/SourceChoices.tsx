import type { SoundSource, Stethoscopes } from '../../contracts/stethoscope'
import { Choice } from '../controls/Choice'
import { useWords } from '../use-words'
import type { NamedSource } from './sound-sources'

/** No id looks like this. */
const NONE = 'none'

interface SourceChoicesProps {
  sources: readonly NamedSource[]
  stethoscopes: Stethoscopes
  onChoose: (source: SoundSource, id: string | null) => void
}

/** Which stethoscope the recordings of each source were made with. */
export function SourceChoices({ sources, stethoscopes: { kept, chosen }, onChoose }: SourceChoicesProps) {
  const words = useWords()
  const { stethoscope: said } = words
  const options = [
    { value: NONE, label: said.sources.none },
    ...kept.map(({ id, name }) => ({ value: id, label: name }))
  ]
  return (
    <div className="mt-4 flex flex-col gap-2">
      <h3 className="font-medium">{said.usedFor}</h3>
      {sources.map(({ source, label }) => (
        <div key={source} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="min-w-40">{label}</span>
          <Choice
            label={`${said.usedFor}: ${label}`}
            value={kept.some(({ id }) => id === chosen[source]) ? (chosen[source] ?? NONE) : NONE}
            options={options}
            onChange={(value) => onChoose(source, value === NONE ? null : value)}
          />
        </div>
      ))}
    </div>
  )
}
