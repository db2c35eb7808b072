import { useMemo } from 'react'
import type { Analysis } from '../../core/analysis'
import type { ModelCard } from '../../core/model-card'
import { beatsOf, type Pictures as Measured } from '../../core/picture'
import { dbRangeOf } from '../../drawing/spectrogram-pixels'
import { useWidth } from '../page/use-width'
import { useWords } from '../use-words'
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
import { useGain } from './use-gain'
import { useLayer } from './use-layer'
import { usePictureHeights } from './use-picture-heights'
import { usePlacedEvidence } from './use-placed-evidence'
import { usePlayerKeys } from './use-player-keys'
import type { RecordingSound } from './use-recording-sound'
import { useTimeView } from './use-time-view'
import { WaveformPane } from './WaveformPane'

interface PicturesProps {
  pictures: Measured
  card: Pick<ModelCard, 'input' | 'spectrogram' | 'evidence'>
  analysis: Analysis
  player: SoundPlayer
  sound: Pick<RecordingSound, 'loadSamples' | 'evidence' | 'leaveOut'>
}

/** Waveform, spectrogram and evidence of one recording, in step with each other and with its sound. */
export function Pictures({ pictures, card, analysis, player, sound }: PicturesProps) {
  const words = useWords()
  const { leaveOut, evidence: evidenceLayer } = sound
  const { waveform, spectrogram, evidence, 'evidence-map': evidenceMap } = pictures
  const { bandEdgesHz: bands, dynamicRangeDb } = card.spectrogram
  const [area, areaPx] = useWidth<HTMLDivElement>()
  const { view, scroller, zoom, fit } = useTimeView(player, areaPx)
  const closeLook = useCloseLook(pictures, sound.loadSamples, card, view)
  const gain = useGain()
  const beats = useMemo(() => beatsOf(pictures.beats), [pictures.beats])
  const beatLayer = useLayer(true)
  const placed = usePlacedEvidence(evidenceMap, card, analysis)
  const shown = evidenceLayer.isShown ? placed : null
  const { above, heights } = usePictureHeights(shown !== null)
  const range = useMemo(() => dbRangeOf(spectrogram, dynamicRangeDb), [spectrogram, dynamicRangeDb])
  usePlayerKeys(player, {
    zoom,
    showWhole: fit,
    gain,
    toggleEvidence: evidenceLayer.toggle,
    toggleBeats: beatLayer.toggle
  })

  return (
    <div>
      <div ref={above} className="pb-3">
        <SoundToolbar player={player} onZoom={zoom} onFit={fit}>
          <PictureSwitches beats={beats.length > 0 ? beatLayer : null} evidence={placed && evidenceLayer} />
          {leaveOut && (
            <LeaveOutMenu player={player} bands={bands} deciding={placed?.deciding ?? []} onChoose={leaveOut.ask} />
          )}
        </SoundToolbar>
      </div>
      {leaveOut?.state && <LeaveOutResult state={leaveOut.state} player={player} onClose={leaveOut.close} />}
      <figure aria-label={words.picture.group} className="grid grid-cols-[auto_minmax(0,1fr)_auto]">
        <PitchGutter bands={bands} gain={gain} heights={heights} />
        <TimeScroller area={area} scroller={scroller} view={view}>
          <div className="flex flex-col" style={{ gap: heights.gap }}>
            <WaveformPane
              waveform={waveform}
              close={closeLook.samples}
              gain={gain.value}
              beats={beatLayer.isShown ? beats : []}
              view={view}
              heightPx={heights.waveform}
            />
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
              <EvidenceStrip evidence={evidence} deciding={shown.deciding} view={view} heightPx={heights.evidence} />
            )}
          </div>
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
      </figure>
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
