import { useState } from 'react'
import type { BandEdges } from '../../core/model-card'
import type { Picture } from '../../core/picture'
import { type PictureHeights, spectrogramTop } from '../../drawing/picture-heights'
import type { TimeView } from '../../drawing/time-view'
import { CursorReadout } from './CursorReadout'
import type { SoundPlayer } from './sound-player'
import { TimeSurface } from './TimeSurface'
import type { PlacedEvidence } from './use-placed-evidence'

interface PointedSurfaceProps {
  player: SoundPlayer
  spectrograms: readonly Picture<'spectrogram'>[]
  bands: readonly BandEdges[]
  shownEvidence: PlacedEvidence | null
  view: TimeView
  heights: PictureHeights
}

/** What lies over the pictures and follows the pointer: apart from them, so that they need not be drawn anew. */
export function PointedSurface({ player, view, heights, ...measured }: PointedSurfaceProps) {
  const [point, setPoint] = useState<{ x: number; y: number } | null>(null)
  return (
    <>
      <TimeSurface player={player} view={view} tintPx={heights.waveform} onPoint={setPoint} />
      <CursorReadout
        {...measured}
        at={point}
        view={view}
        topPx={spectrogramTop(heights)}
        heightPx={heights.spectrogram}
      />
    </>
  )
}
