import type { Part } from '../../core/leave-out'
import type { BandEdges } from '../../core/model-card'
import type { Picture } from '../../core/picture'
import type { DbRange } from '../../drawing/spectrogram-pixels'
import type { TimeView } from '../../drawing/time-view'
import { EvidenceOutline } from './EvidenceOutline'
import { LeftOutMark } from './LeftOutMark'
import { SpectrogramCanvas } from './SpectrogramCanvas'
import type { PlacedEvidence } from './use-placed-evidence'

interface SpectrogramPaneProps {
  /** The best first. */
  spectrograms: readonly Picture<'spectrogram'>[]
  range: DbRange
  bands: readonly BandEdges[]
  /** Null while it is hidden. */
  evidence: PlacedEvidence | null
  leftOut: Part | undefined
  view: TimeView
  heightPx: number
}

/** The spectrogram and what lies on it. */
export function SpectrogramPane({ bands, evidence, leftOut, ...picture }: SpectrogramPaneProps) {
  const { view, heightPx } = picture
  const edges = { lowHz: bands[0]?.lowHz ?? 0, highHz: bands.at(-1)?.highHz ?? 0 }
  return (
    <div className="relative">
      <SpectrogramCanvas {...picture} edges={edges} />
      {evidence && <EvidenceOutline evidence={evidence} view={view} heightPx={heightPx} />}
      {leftOut && <LeftOutMark part={leftOut} bands={bands} view={view} heightPx={heightPx} />}
    </div>
  )
}
