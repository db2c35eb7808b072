import { HeartPulse, ScanSearch } from 'lucide-react'
import { useCallback, useMemo, useState } from 'react'
import type { Analysis, Pictures as Measured } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import { decidingParts } from '../../core/deciding-parts'
import type { ModelCard } from '../../core/model-card'
import { rowEdges, strongestOf } from '../../drawing/evidence-outline'
import { dbRangeOf } from '../../drawing/spectrogram-pixels'
import { Button } from '../controls/Button'
import { useRem } from '../page/use-rem'
import { useWidth } from '../page/use-width'
import { useWords } from '../use-words'
import { BeatLegend, BeatMarks } from './BeatMarks'
import { ColourBar } from './ColourBar'
import { CursorReadout } from './CursorReadout'
import { EvidenceLegend, EvidenceOutline } from './EvidenceOutline'
import { EvidenceStrip } from './EvidenceStrip'
import { HertzAxis } from './HertzAxis'
import { LeaveOutMenu } from './LeaveOutMenu'
import { LeaveOutResult } from './LeaveOutResult'
import { LeftOutMark } from './LeftOutMark'
import { SoundToolbar } from './SoundToolbar'
import { SpectrogramCanvas } from './SpectrogramCanvas'
import type { SoundPlayer } from './sound-player'
import { TimeAxis } from './TimeAxis'
import { TimeSurface } from './TimeSurface'
import type { LeaveOut } from './use-leave-out'
import { usePictureHeights } from './use-picture-heights'
import { usePlayerKeys } from './use-player-keys'
import { useTimeView } from './use-time-view'
import { Waveform } from './Waveform'

interface PicturesProps {
  pictures: Measured
  card: Pick<ModelCard, 'input' | 'spectrogram' | 'evidence'>
  analysis: Analysis
  player: SoundPlayer
  /** Where the host can be asked what the answer would be without a part. */
  leaveOut?: LeaveOut | undefined
}

/** Room for the numbers beside the pictures. */
const AXIS_REM = 2.75
const BAR_REM = 3.25

/** Waveform, spectrogram and evidence of one recording, in step with each other and with its sound. */
export function Pictures({ pictures, card, analysis, player, leaveOut }: PicturesProps) {
  const words = useWords()
  const { waveform, spectrogram, evidence, evidenceMap: map, beats } = pictures
  const { bandEdgesHz: bands, dynamicRangeDb } = card.spectrogram
  const [area, areaPx] = useWidth<HTMLDivElement>()
  const heights = usePictureHeights()
  const rem = useRem()
  const { view, scroller, zoom, fit } = useTimeView(player, areaPx)
  // Where there is no answer nothing pulled one; whoever is curious can still look.
  const [wantsEvidence, setWantsEvidence] = useState(refusalOf(analysis.answer) === null)
  const toggleEvidence = useCallback(() => setWantsEvidence((wants) => !wants), [])
  const [wantsBeats, setWantsBeats] = useState(true)
  const toggleBeats = useCallback(() => setWantsBeats((wants) => !wants), [])
  usePlayerKeys(player, { zoom, toggleEvidence, toggleBeats })
  const [point, setPoint] = useState<{ x: number; y: number } | null>(null)
  const range = useMemo(() => dbRangeOf(spectrogram, dynamicRangeDb), [spectrogram, dynamicRangeDb])
  const { rowsHz } = card.evidence
  // An earlier network drew none, or other rows than those that the card of now names.
  const hasMap = map.rowCount > 0 && map.rowCount === rowsHz.length
  const edgesOfRows = useMemo(() => rowEdges(rowsHz, bands), [rowsHz, bands])
  const strongest = useMemo(() => strongestOf(map), [map])
  const shownEvidence = hasMap && wantsEvidence ? { map, edges: edgesOfRows, strongest } : null
  const deciding = useMemo(() => (hasMap ? decidingParts(map, analysis, card) : []), [hasMap, map, analysis, card])
  const edges = { lowHz: bands[0]?.lowHz ?? 0, highHz: bands.at(-1)?.highHz ?? 0 }
  const spectrogramTop = heights.waveform + heights.gap

  return (
    <div>
      <SoundToolbar player={player} onZoom={zoom} onFit={fit}>
        {beats.length > 0 && (
          <Button pressed={wantsBeats} onClick={toggleBeats}>
            <HeartPulse size="1.125rem" strokeWidth={1.5} aria-hidden />
            {words.picture.showBeats}
          </Button>
        )}
        {hasMap && (
          <Button pressed={wantsEvidence} onClick={toggleEvidence}>
            <ScanSearch size="1.125rem" strokeWidth={1.5} aria-hidden />
            {words.picture.showEvidence}
          </Button>
        )}
        {leaveOut && <LeaveOutMenu player={player} bands={bands} deciding={deciding} onChoose={leaveOut.ask} />}
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
                    <div className="relative">
                      <Waveform waveform={waveform} player={player} view={view} heightPx={heights.waveform} />
                      {beats.length > 0 && wantsBeats && (
                        <BeatMarks beats={beats} view={view} heightPx={heights.waveform} />
                      )}
                    </div>
                    <div style={{ paddingTop: heights.gap }}>
                      <div className="relative">
                        <SpectrogramCanvas
                          spectrogram={spectrogram}
                          range={range}
                          edges={edges}
                          view={view}
                          heightPx={heights.spectrogram}
                        />
                        {shownEvidence && (
                          <EvidenceOutline
                            map={map}
                            edges={edgesOfRows}
                            deciding={deciding}
                            view={view}
                            heightPx={heights.spectrogram}
                          />
                        )}
                        {leaveOut?.state && (
                          <LeftOutMark
                            part={leaveOut.state.part}
                            bands={bands}
                            view={view}
                            heightPx={heights.spectrogram}
                          />
                        )}
                      </div>
                    </div>
                    <div style={{ paddingTop: heights.gap }}>
                      <EvidenceStrip evidence={evidence} view={view} heightPx={heights.evidence} />
                    </div>
                    <TimeSurface player={player} view={view} tintPx={heights.waveform} onPoint={setPoint} />
                    <CursorReadout
                      at={point}
                      spectrogram={spectrogram}
                      bands={bands}
                      shownEvidence={shownEvidence}
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
        {hasMap && (beats.length === 0 || wantsBeats) && <BeatLegend beats={beats} />}
        {shownEvidence && <EvidenceLegend />}
        <p>{words.picture.evidenceLong}</p>
        {!hasMap && <p>{words.picture.noOutline}</p>}
        <p className="ml-auto">{words.picture.cursorIdle}</p>
      </div>
    </div>
  )
}
