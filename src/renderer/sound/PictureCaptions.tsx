import type { Question } from '../../core/analysis'
import type { Beat } from '../../core/picture'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'
import { BeatLegend } from './BeatMarks'
import { EvidenceLegend } from './EvidenceOutline'
import type { Layer } from './use-layer'

interface PictureCaptionsProps {
  /** Whether the spectrogram that is seen is the finer one. */
  isFine: boolean
  /** Null where there is no choice. */
  fine: Layer | null
  /** Whether there is nothing to look at more closely. */
  isMissing: boolean
  beats: readonly Beat[]
  showsBeats: boolean
  hasEvidence: boolean
  /** Whose evidence is shown; null while none is. */
  shown: Question | null
  /** Shows that of the other question; null where there is none. */
  onOtherQuestion: (() => void) | null
  /** How far below the loudest the colours end, dB. */
  dynamicRangeDb: number
}

/** What is seen, and how far to trust it. */
export function PictureCaptions(props: PictureCaptionsProps) {
  const { isFine, fine, isMissing, beats, showsBeats, hasEvidence, shown, onOtherQuestion, dynamicRangeDb } = props
  const { picture } = useWords()
  return (
    <div className="mt-1 text-muted">
      <div className="flex min-h-9 flex-wrap items-center gap-x-4">
        <p>
          {isFine ? picture.fineTitle : picture.title} · {picture.levelLong}, {picture.floor(dynamicRangeDb)}
        </p>
        {fine ? (
          <Button look="quiet" className="-mx-3 underline" onClick={fine.toggle}>
            {fine.isShown ? picture.showNetworks : picture.showFine}
          </Button>
        ) : (
          <p>{isMissing ? picture.noSamples : picture.closer}</p>
        )}
      </div>
      <div className="flex flex-wrap gap-x-6">
        {hasEvidence && (beats.length === 0 || showsBeats) && <BeatLegend beats={beats} />}
        {shown && <EvidenceLegend question={shown} />}
        {shown && <p>{picture.evidenceLong(shown)}</p>}
        {shown && onOtherQuestion && (
          <Button look="quiet" className="-mx-3 -my-2 underline" onClick={onOtherQuestion}>
            {picture.showFor[shown === 'abnormal' ? 'murmur' : 'abnormal']}
          </Button>
        )}
        {!hasEvidence && <p>{picture.noOutline}</p>}
        <p className="ml-auto pointer-coarse:hidden">{picture.cursorIdle}</p>
      </div>
    </div>
  )
}
