import { AudioLines, Upload } from 'lucide-react'
import { useState } from 'react'
import type { Recording } from '../../contracts/recording'
import type { KnownPerson, SoundSource, Stethoscopes, TuningPreview } from '../../contracts/stethoscope'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'
import { SourceChoices } from './SourceChoices'
import { type StethoscopeActions, StethoscopeList } from './StethoscopeList'
import type { NamedSource } from './sound-sources'
import { type Tuned, TuneForm } from './TuneForm'

interface StethoscopeSectionProps extends StethoscopeActions {
  stethoscopes: Stethoscopes
  sources: readonly NamedSource[]
  recordings: readonly Recording[]
  network: string | null
  preview: (known: KnownPerson[]) => Promise<TuningPreview | undefined>
  onKeep: (tuned: Tuned) => Promise<boolean>
  onImport: () => void
  onChoose: (source: SoundSource, id: string | null) => void
}

/** Those that are kept and what they are used for; or, while one is tuned, the form for that. */
export function StethoscopeSection(props: StethoscopeSectionProps) {
  const { stethoscopes, sources, recordings, network, preview, onKeep, onImport, onChoose, ...actions } = props
  const words = useWords()
  const { stethoscope: said } = words
  const [isTuning, setTuning] = useState(false)
  if (isTuning) {
    return (
      <TuneForm
        sources={sources}
        recordings={recordings}
        preview={preview}
        onKeep={async (tuned) => {
          if (await onKeep(tuned)) setTuning(false)
        }}
        onCancel={() => setTuning(false)}
      />
    )
  }
  return (
    <>
      {stethoscopes.kept.length === 0 ? (
        <p>{said.empty}</p>
      ) : (
        <>
          <StethoscopeList kept={stethoscopes.kept} network={network} {...actions} />
          <SourceChoices sources={sources} stethoscopes={stethoscopes} onChoose={onChoose} />
        </>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <Button onClick={() => setTuning(true)} disabled={network === null}>
          <AudioLines size="1.125rem" strokeWidth={1.5} aria-hidden />
          {said.tune}
        </Button>
        <Button onClick={onImport} disabled={network === null}>
          <Upload size="1.125rem" strokeWidth={1.5} aria-hidden />
          {said.import}
        </Button>
      </div>
    </>
  )
}
