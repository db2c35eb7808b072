import { useMemo, useState } from 'react'
import type { Pictures as Measured } from '../../core/analysis'
import type { ModelCard } from '../../core/model-card'
import { useRem } from '../app/use-rem'
import { useWidth } from '../app/use-width'
import { useWords } from '../app/words'
import { ColourBar } from './ColourBar'
import { CursorReadout } from './CursorReadout'
import { EvidenceStrip } from './EvidenceStrip'
import { HertzAxis } from './HertzAxis'
import { LeaveOutMenu } from './LeaveOutMenu'
import { LeaveOutResult } from './LeaveOutResult'
import { SoundToolbar } from './SoundToolbar'
import { SpectrogramCanvas } from './SpectrogramCanvas'
import type { SoundPlayer } from './sound-player'
import { dbRangeOf } from './spectrogram-image'
import { TimeAxis } from './TimeAxis'
import { TimeSurface } from './TimeSurface'
import type { LeaveOut } from './use-leave-out'
import { usePictureHeights } from './use-picture-heights'
import { usePlayerKeys } from './use-player-keys'
import { useTimeView } from './use-time-view'
import { Waveform } from './Waveform'

interface PicturesProps {
  pictures: Measured
  spectrogramCard: ModelCard['spectrogram']
  player: SoundPlayer
  /** Where the host can be asked what the answer would be without a part. */
  leaveOut?: LeaveOut | undefined
}

/** Room for the numbers beside the pictures. */
const AXIS_REM = 2.75
const BAR_REM = 3.25

/** Waveform, spectrogram and evidence of one recording, in step with each other and with its sound. */
export function Pictures({ pictures, spectrogramCard, player, leaveOut }: PicturesProps) {
  const words = useWords()
  const { waveform, spectrogram, evidence } = pictures
  const { bandEdgesHz: bands, dynamicRangeDb } = spectrogramCard
  const [area, areaPx] = useWidth<HTMLDivElement>()
  const heights = usePictureHeights()
  const rem = useRem()
  const { view, scroller, zoom, fit } = useTimeView(player, areaPx)
  usePlayerKeys(player, zoom)
  const [point, setPoint] = useState<{ x: number; y: number } | null>(null)
  const range = useMemo(() => dbRangeOf(spectrogram, dynamicRangeDb), [spectrogram, dynamicRangeDb])
  const edges = { lowHz: bands[0]?.lowHz ?? 0, highHz: bands.at(-1)?.highHz ?? 0 }
  const spectrogramTop = heights.waveform + heights.gap

  return (
    <div>
      <SoundToolbar player={player} onZoom={zoom} onFit={fit}>
        {leaveOut && <LeaveOutMenu player={player} bands={bands} onChoose={leaveOut.ask} />}
      </SoundToolbar>
      {leaveOut?.state && <LeaveOutResult state={leaveOut.state} player={player} onClose={leaveOut.close} />}
      <div className="mt-3 grid grid-cols-[auto_minmax(0,1fr)_auto]">
        <div style={{ width: AXIS_REM * rem, paddingTop: spectrogramTop }} className="relative">
          <HertzAxis bands={bands} heightPx={heights.spectrogram} widthPx={AXIS_REM * rem} />
          <span className="absolute left-0 -translate-y-[130%] text-muted" style={{ top: spectrogramTop }}>
            {words.picture.frequency}
          </span>
          <span className="absolute bottom-0.5 left-0 text-muted">{words.picture.seconds}</span>
        </div>
        <div ref={area} className="min-w-0">
          <div ref={scroller} className="relative overflow-x-auto overflow-y-hidden">
            <div style={{ width: Math.max(view.widthPx, player.durationS * view.pxPerS) }}>
              <div className="sticky left-0" style={{ width: view.widthPx }}>
                {view.widthPx > 0 && (
                  <>
                    <Waveform waveform={waveform} player={player} view={view} heightPx={heights.waveform} />
                    <div style={{ paddingTop: heights.gap }}>
                      <SpectrogramCanvas
                        spectrogram={spectrogram}
                        range={range}
                        edges={edges}
                        view={view}
                        heightPx={heights.spectrogram}
                      />
                    </div>
                    <div style={{ paddingTop: heights.gap }}>
                      <EvidenceStrip evidence={evidence} view={view} heightPx={heights.evidence} />
                    </div>
                    <TimeSurface player={player} view={view} tintPx={heights.waveform} onPoint={setPoint} />
                    <CursorReadout
                      at={point}
                      spectrogram={spectrogram}
                      bands={bands}
                      view={view}
                      topPx={spectrogramTop}
                      heightPx={heights.spectrogram}
                    />
                  </>
                )}
              </div>
              <div className="sticky left-0" style={{ width: view.widthPx }}>
                <TimeAxis view={view} />
              </div>
            </div>
          </div>
        </div>
        <div style={{ width: BAR_REM * rem, paddingTop: spectrogramTop }} className="relative pl-2">
          <ColourBar range={range} heightPx={heights.spectrogram} widthPx={(BAR_REM - 0.5) * rem} />
          <span className="absolute left-2 -translate-y-[130%] text-muted" style={{ top: spectrogramTop }}>
            {words.picture.level}
          </span>
        </div>
      </div>
      <div className="mt-2 flex flex-wrap gap-x-6 text-muted">
        <p>
          {words.picture.title} · {words.picture.levelLong}, {words.picture.floor(dynamicRangeDb)}
        </p>
        <p>{words.picture.evidenceLong}</p>
        <p className="ml-auto">{words.picture.cursorIdle}</p>
      </div>
    </div>
  )
}
