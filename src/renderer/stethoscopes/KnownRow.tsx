import type { Recording } from '../../contracts/recording'
import type { TuningPreview } from '../../contracts/stethoscope'
import type { Kind } from '../../core/tuning'
import { Choice } from '../controls/Choice'
import { ScoreMove } from '../sound/ScoreMove'
import { useWords } from '../use-words'

const LONGEST_PERSON = 100
const KINDS = ['none', 'normal', 'abnormal'] as const

/** What is said of a recording. */
export interface Said {
  kind: Kind | 'none'
  person: string
}

interface KnownRowProps {
  recording: Recording
  said: Said
  preview: TuningPreview | null
  onSay: (said: Said) => void
}

/** One recording: whether the person is known, who it is, and what the tuning would do to its score. */
export function KnownRow({ recording, said, preview, onSay }: KnownRowProps) {
  const words = useWords()
  const { form } = words.stethoscope
  const { id, name } = recording
  return (
    <li className="flex flex-wrap items-center gap-x-4 gap-y-2 px-3 py-2">
      <span className="min-w-0 grow basis-40 truncate font-medium">{name}</span>
      <Choice
        label={form.kindOf(name)}
        value={said.kind}
        options={KINDS.map((value) => ({ value, label: form.kinds[value] }))}
        onChange={(kind) => onSay({ ...said, kind })}
      />
      <input
        value={said.person}
        maxLength={LONGEST_PERSON}
        disabled={said.kind === 'none'}
        aria-label={form.personOf(name)}
        placeholder={form.person}
        onChange={(event) => onSay({ ...said, person: event.target.value })}
        className="h-9 w-36 rounded-control border border-edge bg-surface px-3 placeholder:text-muted disabled:opacity-50"
      />
      <Effect id={id} name={name} preview={said.kind === 'none' ? null : preview} />
    </li>
  )
}

function Effect({ id, name, preview }: { id: string; name: string; preview: TuningPreview | null }) {
  const words = useWords()
  const moved = preview?.moved.find((one) => one.id === id)
  const leftOut = preview?.leftOut.find((one) => one.id === id)
  return (
    <div className="w-full sm:w-64">
      {moved && (
        <>
          <ScoreMove before={moved.before} after={moved.after} />
          <p>{words.stethoscope.moved(moved)}</p>
        </>
      )}
      {leftOut && <p className="text-muted">{words.stethoscope.leftOut(name, leftOut.reason)}</p>}
    </div>
  )
}
