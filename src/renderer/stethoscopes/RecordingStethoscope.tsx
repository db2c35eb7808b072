import type { Recording } from '../../contracts/recording'
import { type Stethoscopes, soundSourceOf } from '../../contracts/stethoscope'
import { Choice } from '../controls/Choice'
import { useWords } from '../use-words'

const LIKE_SOURCE = 'like-source'
const NONE = 'none'

interface RecordingStethoscopeProps {
  recording: Recording
  stethoscopes: Stethoscopes
  /** Null for none, undefined where it is to follow its source. */
  onChoose: (id: string | null | undefined) => void
}

/** The stethoscope of one recording, where there is one to choose. */
export function RecordingStethoscope({ recording, stethoscopes, onChoose }: RecordingStethoscopeProps) {
  const words = useWords()
  const { stethoscope: said } = words
  const { kept, chosen } = stethoscopes
  const source = soundSourceOf(recording)
  if (source === null || kept.length === 0) return null
  const ofSource = kept.find(({ id }) => id === chosen[source])?.name ?? null
  const own = chosen[`recording:${recording.id}`]
  const isKept = kept.some(({ id }) => id === own)
  return (
    <section
      className="card flex flex-wrap items-center gap-x-4 gap-y-2 p-5 print:hidden"
      aria-label={said.ofRecording}
    >
      <h3 className="text-base font-semibold">{said.ofRecording}</h3>
      <Choice
        label={said.ofRecording}
        value={own === undefined ? LIKE_SOURCE : isKept ? String(own) : NONE}
        options={[
          { value: LIKE_SOURCE, label: said.likeSource(ofSource) },
          { value: NONE, label: said.sources.none },
          ...kept.map(({ id, name }) => ({ value: id, label: name }))
        ]}
        onChange={(value) => onChoose(value === LIKE_SOURCE ? undefined : value === NONE ? null : value)}
      />
    </section>
  )
}
