import { useCallback, useMemo, useState } from 'react'
import type { Analysis, Question } from '../../core/analysis'
import type { ModelCard } from '../../core/model-card'
import { beatsOf, type Pictures as Measured } from '../../core/picture'
import { dbRangeOf } from '../../drawing/spectrogram-pixels'
import { useWidth } from '../page/use-width'
import { LeaveOutMenu } from './LeaveOutMenu'
import { LeaveOutResult } from './LeaveOutResult'
import { PictureCaptions } from './PictureCaptions'
import { PictureFigure } from './PictureFigure'
import { PictureSwitches } from './PictureSwitches'
import { SoundToolbar } from './SoundToolbar'
import type { SoundPlayer } from './sound-player'
import { useCloseLook } from './use-close-look'
import { useGain } from './use-gain'
import { useLayer } from './use-layer'
import { usePictureHeights } from './use-picture-heights'
import { usePlacedEvidence } from './use-placed-evidence'
import { usePlayerKeys } from './use-player-keys'
import type { RecordingSound } from './use-recording-sound'
import { useTimeView } from './use-time-view'

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
  const { bandEdgesHz: bands, dynamicRangeDb } = card.spectrogram
  const [area, areaPx] = useWidth<HTMLDivElement>()
  const { view, scroller, zoom, fit, go } = useTimeView(player, areaPx)
  const closeLook = useCloseLook(pictures, sound.loadSamples, card, view)
  const gain = useGain()
  const beats = useMemo(() => beatsOf(pictures.beats), [pictures.beats])
  const beatLayer = useLayer(true)
  const [question, setQuestion] = useState<Question>('abnormal')
  const placed = usePlacedEvidence(pictures, question, card, analysis)
  const shown = evidenceLayer.isShown ? placed : null
  // Earlier versions were not asked about murmurs.
  const canAskMurmur = pictures['murmur-evidence-map'].dims[0] > 0
  const otherQuestion = useCallback(() => {
    if (canAskMurmur) setQuestion((now) => (now === 'abnormal' ? 'murmur' : 'abnormal'))
  }, [canAskMurmur])
  const { above, heights } = usePictureHeights(shown !== null)
  const range = useMemo(() => dbRangeOf(pictures.spectrogram, dynamicRangeDb), [pictures, dynamicRangeDb])
  usePlayerKeys(player, {
    zoom,
    showWhole: fit,
    gain,
    toggleEvidence: evidenceLayer.toggle,
    otherQuestion,
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
      {leaveOut?.state && (
        <LeaveOutResult state={leaveOut.state} question={question} player={player} onClose={leaveOut.close} />
      )}
      <PictureFigure
        pictures={pictures}
        closeLook={closeLook}
        gain={gain}
        beats={beatLayer.isShown ? beats : []}
        evidence={shown}
        leftOut={leaveOut?.state?.part}
        bands={bands}
        range={range}
        player={player}
        area={area}
        scroller={scroller}
        view={view}
        heights={heights}
        onGo={go}
      />
      <PictureCaptions
        isFine={closeLook.isFine}
        fine={closeLook.fine}
        isMissing={closeLook.isMissing}
        beats={beats}
        showsBeats={beatLayer.isShown}
        hasEvidence={placed !== null}
        shown={shown && question}
        onOtherQuestion={canAskMurmur ? otherQuestion : null}
        dynamicRangeDb={dynamicRangeDb}
      />
    </div>
  )
}
