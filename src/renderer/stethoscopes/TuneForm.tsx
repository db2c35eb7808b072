import { useEffect, useId, useState } from 'react'
import type { Recording } from '../../contracts/recording'
import { type KnownPerson, type SoundSource, soundSourceOf, type TuningPreview } from '../../contracts/stethoscope'
import { Button } from '../controls/Button'
import { Choice } from '../controls/Choice'
import { LabelledSwitch } from '../controls/LabelledSwitch'
import { useWords } from '../use-words'
import { KnownRow, type Said } from './KnownRow'
import type { NamedSource } from './sound-sources'
import { TuningEffect } from './TuningEffect'

const LONGEST_NAME = 60

export interface Tuned {
  name: string
  known: KnownPerson[]
  source: SoundSource | null
}

interface TuneFormProps {
  sources: readonly NamedSource[]
  recordings: readonly Recording[]
  /** Undefined where it failed: that is told elsewhere. */
  preview: (known: KnownPerson[]) => Promise<TuningPreview | undefined>
  onKeep: (tuned: Tuned) => void
  onCancel: () => void
}

/** Who is known in the recordings of one source, what that would change, and a name to keep it by. */
export function TuneForm({ sources, recordings, preview, onKeep, onCancel }: TuneFormProps) {
  const words = useWords()
  const { form } = words.stethoscope
  const nameId = useId()
  const [source, setSource] = useState<SoundSource>(sources[0]?.source ?? 'files')
  const [said, setSaid] = useState<ReadonlyMap<string, Said>>(new Map())
  const [name, setName] = useState('')
  const [isUsed, setUsed] = useState(true)
  const here = recordings.filter((recording) => soundSourceOf(recording) === source)
  const saidOf = (recording: Recording) => said.get(recording.id) ?? { kind: 'none', person: personOf(recording) }
  const known = here.flatMap((recording): KnownPerson[] => {
    const { kind, person } = saidOf(recording)
    return kind === 'none' ? [] : [{ id: recording.id, kind, person: person.trim() }]
  })
  const effect = useEffectOf(known, preview)
  const label = sources.find((one) => one.source === source)?.label ?? ''
  const wanted = name.trim()
  const isReady = wanted !== '' && effect !== null && effect.people.normal > 0
  return (
    <form
      aria-label={words.stethoscope.tune}
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault()
        if (isReady) onKeep({ name: wanted, known, source: isUsed ? source : null })
      }}
    >
      <div>
        <p className="mb-1 font-medium">{form.source}</p>
        <Choice
          label={form.source}
          value={source}
          options={sources.map((one) => ({ value: one.source, label: one.label }))}
          onChange={setSource}
        />
        <p className="mt-1 text-muted">{form.sourceHint}</p>
      </div>
      {here.length === 0 ? (
        <p>{form.noRecordings}</p>
      ) : (
        <div>
          <ul className="max-h-96 divide-y divide-line overflow-y-auto rounded-control border border-line">
            {here.map((recording) => (
              <KnownRow
                key={recording.id}
                recording={recording}
                said={saidOf(recording)}
                preview={effect}
                onSay={(next) => setSaid(new Map(said).set(recording.id, next))}
              />
            ))}
          </ul>
          <p className="mt-1 text-muted">{form.personHint}</p>
        </div>
      )}
      <section aria-label={form.weighs} aria-live="polite">
        <h3 className="mb-1 font-medium">{form.weighs}</h3>
        <TuningEffect preview={effect} source={source} />
      </section>
      <div>
        <label htmlFor={nameId} className="mb-1 block font-medium">
          {form.name}
        </label>
        <input
          id={nameId}
          value={name}
          maxLength={LONGEST_NAME}
          placeholder={form.namePlaceholder}
          onChange={(event) => setName(event.target.value)}
          className="h-10 w-full max-w-80 rounded-control border border-edge bg-surface px-3 text-base placeholder:text-muted"
        />
        <LabelledSwitch label={form.use(label)} note={form.useNote} isOn={isUsed} onChange={setUsed} />
      </div>
      <div className="flex gap-2">
        <Button type="submit" look="primary" disabled={!isReady}>
          {form.keep}
        </Button>
        <Button onClick={onCancel}>{words.frame.cancel}</Button>
      </div>
    </form>
  )
}

/** A phone may have asked who is recorded. */
function personOf({ source }: Recording): string {
  return source.kind === 'phone' ? source.person : ''
}

/** The preview of what is said now; the last one until there is a newer. */
function useEffectOf(known: KnownPerson[], preview: TuneFormProps['preview']): TuningPreview | null {
  const [effect, setEffect] = useState<TuningPreview | null>(null)
  const asked = JSON.stringify(known)
  useEffect(() => {
    let isStale = false
    const wanted: KnownPerson[] = JSON.parse(asked)
    if (wanted.length === 0) setEffect(null)
    else void preview(wanted).then((found) => !isStale && setEffect(found ?? null))
    return () => {
      isStale = true
    }
  }, [asked, preview])
  return effect
}
