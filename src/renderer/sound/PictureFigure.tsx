import type { RefObject } from 'react'
import type { Part } from '../../core/leave-out'
import type { BandEdges } from '../../core/model-card'
import type { Beat, Pictures } from '../../core/picture'
import { OVERVIEW_HEIGHT, type PictureHeights } from '../../drawing/picture-heights'
import type { DbRange } from '../../drawing/spectrogram-pixels'
import type { TimeView } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { EvidenceStrip } from './EvidenceStrip'
import { Overview } from './Overview'
import { LevelGutter, PitchGutter } from './PictureGutters'
import { PointedSurface } from './PointedSurface'
import { SpectrogramPane } from './SpectrogramPane'
import type { SoundPlayer } from './sound-player'
import { TimeScroller } from './TimeScroller'
import type { CloseLook } from './use-close-look'
import type { Gain } from './use-gain'
import type { PlacedEvidence } from './use-placed-evidence'
import { WaveformPane } from './WaveformPane'

interface PictureFigureProps {
  pictures: Pick<Pictures, 'waveform'>
  closeLook: CloseLook
  gain: Gain
  /** None while they are hidden. */
  beats: readonly Beat[]
  /** Null while it is hidden. */
  evidence: PlacedEvidence | null
  leftOut: Part | undefined
  bands: readonly BandEdges[]
  range: DbRange
  player: SoundPlayer
  area: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
  view: TimeView
  heights: PictureHeights
  /** Brings a place into the pictures. */
  onGo: (timeS: number) => void
}

/** The pictures below each other, on one axis of time, with their scales beside them. */
export function PictureFigure(props: PictureFigureProps) {
  const { pictures, closeLook, gain, beats, evidence, leftOut, bands, range, player, view, heights } = props
  const { picture } = useWords()
  const { samples, spectrograms } = closeLook
  return (
    <figure aria-label={picture.group} className="grid grid-cols-[auto_minmax(0,1fr)_auto]">
      <PitchGutter bands={bands} gain={gain} heights={heights} />
      <TimeScroller area={props.area} scroller={props.scroller} view={view}>
        <div className="flex flex-col" style={{ gap: heights.gap }}>
          <WaveformPane
            waveform={pictures.waveform}
            close={samples}
            gain={gain.value}
            beats={beats}
            view={view}
            heightPx={heights.waveform}
          />
          <SpectrogramPane
            spectrograms={spectrograms}
            range={range}
            bands={bands}
            evidence={evidence}
            leftOut={leftOut}
            view={view}
            heightPx={heights.spectrogram}
          />
          {evidence && <EvidenceStrip evidence={evidence} view={view} heightPx={heights.evidence} />}
        </div>
        <PointedSurface
          player={player}
          spectrograms={spectrograms}
          bands={bands}
          shownEvidence={evidence}
          view={view}
          heights={heights}
        />
      </TimeScroller>
      <LevelGutter range={range} heights={heights} />
      <div className="col-start-2 mt-1">
        <Overview
          waveform={pictures.waveform}
          player={player}
          view={view}
          heightPx={OVERVIEW_HEIGHT}
          onGo={props.onGo}
        />
      </div>
    </figure>
  )
}
