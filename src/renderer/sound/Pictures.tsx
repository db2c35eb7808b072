import { useMemo } from 'react'
import type { Analysis } from '../../core/analysis'
import type { ModelCard } from '../../core/model-card'
import { beatsOf, type Pictures as Measured } from '../../core/picture'
import { dbRangeOf } from '../../drawing/spectrogram-pixels'
import { useWidth } from '../page/use-width'
import { BeatMarks } from './BeatMarks'
import { EvidenceStrip } from './EvidenceStrip'
import { LeaveOutMenu } from './LeaveOutMenu'
import { LeaveOutResult } from './LeaveOutResult'
import { PictureCaptions } from './PictureCaptions'
import { LevelGutter, PitchGutter } from './PictureGutters'
import { PictureSwitches } from './PictureSwitches'
import { PointedSurface } from './PointedSurface'
import { SoundToolbar } from './SoundToolbar'
import { SpectrogramPane } from './SpectrogramPane'
import type { SoundPlayer } from './sound-player'
import { TimeScroller } from './TimeScroller'
import { useCloseLook } from './use-close-look'
import { useLayer } from './use-layer'
import { usePictureHeights } from './use-picture-heights'
import { usePlacedEvidence } from './use-placed-evidence'
import { usePlayerKeys } from './use-player-keys'
import type { RecordingSound } from './use-recording-sound'
import { useTimeView } from './use-time-view'
import { Waveform } from './Waveform'

interface PicturesProps {
  pictures: Measured
  card: Pick<ModelCard, 'input' | 'spectrogram' | 'evidence'>
  analysis: Analysis
  player: SoundPlayer
  sound: Pick<RecordingSound, 'loadSamples' | 'evidence' | 'leaveOut'>
}

/** Waveform, spectrogram and evidence of one recording, in step with each other and with its sound. */
export function Pictures({ pictures, card, analysis, player, sound }: PicturesProps) {
  const { leaveOut, evidence: evidenceLayer } = sound
  const { waveform, spectrogram, evidence, 'evidence-map': evidenceMap } = pictures
  const beats = useMemo(() => beatsOf(pictures.beats), [pictures.beats])
  const { bandEdgesHz: bands, dynamicRangeDb } = card.spectrogram
  const [area, areaPx] = useWidth<HTMLDivElement>()
  const heights = usePictureHeights()
  const { view, scroller, zoom, fit } = useTimeView(player, areaPx)
  const closeLook = useCloseLook(pictures, sound.loadSamples, card, view)
  const beatLayer = useLayer(true)
  usePlayerKeys(player, { zoom, toggleEvidence: evidenceLayer.toggle, toggleBeats: beatLayer.toggle })
  const range = useMemo(() => dbRangeOf(spectrogram, dynamicRangeDb), [spectrogram, dynamicRangeDb])
  const placed = usePlacedEvidence(evidenceMap, card, analysis)
  const shown = evidenceLayer.isShown ? placed : null
  const hasBeats = beats.length > 0

  return (
    <div>
      <SoundToolbar player={player} onZoom={zoom} onFit={fit}>
        <PictureSwitches beats={hasBeats ? beatLayer : null} evidence={placed && evidenceLayer} />
        {leaveOut && (
          <LeaveOutMenu player={player} bands={bands} deciding={placed?.deciding ?? []} onChoose={leaveOut.ask} />
        )}
      </SoundToolbar>
      {leaveOut?.state && <LeaveOutResult state={leaveOut.state} player={player} onClose={leaveOut.close} />}
      <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)_auto]">
        <PitchGutter bands={bands} heights={heights} />
        <TimeScroller area={area} scroller={scroller} view={view}>
          <div className="relative" style={{ marginBottom: heights.gap }}>
            <Waveform waveform={waveform} close={closeLook.samples} gain={1} view={view} heightPx={heights.waveform} />
            {hasBeats && beatLayer.isShown && <BeatMarks beats={beats} view={view} heightPx={heights.waveform} />}
          </div>
          <SpectrogramPane
            spectrograms={closeLook.spectrograms}
            range={range}
            bands={bands}
            evidence={shown}
            leftOut={leaveOut?.state?.part}
            view={view}
            heightPx={heights.spectrogram}
          />
          {shown && (
            <div style={{ paddingTop: heights.gap }}>
              <EvidenceStrip evidence={evidence} view={view} heightPx={heights.evidence} />
            </div>
          )}
          <PointedSurface
            player={player}
            spectrograms={closeLook.spectrograms}
            bands={bands}
            shownEvidence={shown}
            view={view}
            heights={heights}
          />
        </TimeScroller>
        <LevelGutter range={range} heights={heights} />
      </div>
      <PictureCaptions
        isFine={closeLook.isFine}
        fine={closeLook.fine}
        beats={beats}
        showsBeats={beatLayer.isShown}
        hasEvidence={placed !== null}
        showsEvidence={shown !== null}
        dynamicRangeDb={dynamicRangeDb}
      />
    </div>
  )
}
