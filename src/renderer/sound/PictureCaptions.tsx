import type { Beat } from '../../core/picture'
import { useWords } from '../use-words'
import { BeatLegend } from './BeatMarks'
import { EvidenceLegend } from './EvidenceOutline'

interface PictureCaptionsProps {
  beats: readonly Beat[]
  showsBeats: boolean
  hasEvidence: boolean
  showsEvidence: boolean
  /** How far below the loudest the colours end, dB. */
  dynamicRangeDb: number
}

/** What is seen, and how far to trust it. */
export function PictureCaptions(props: PictureCaptionsProps) {
  const { beats, showsBeats, hasEvidence, showsEvidence, dynamicRangeDb } = props
  const { picture } = useWords()
  return (
    <div className="mt-2 flex flex-wrap gap-x-6 text-muted">
      <p>
        {picture.title} · {picture.levelLong}, {picture.floor(dynamicRangeDb)}
      </p>
      {hasEvidence && (beats.length === 0 || showsBeats) && <BeatLegend beats={beats} />}
      {showsEvidence && <EvidenceLegend />}
      <p>{picture.evidenceLong}</p>
      {!hasEvidence && <p>{picture.noOutline}</p>}
      <p className="ml-auto">{picture.cursorIdle}</p>
    </div>
  )
}
