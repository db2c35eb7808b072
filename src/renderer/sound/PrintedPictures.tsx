import { useMemo } from 'react'
import type { ModelCard } from '../../core/model-card'
import { beatsOf, type Pictures } from '../../core/picture'
import { dbRangeOf } from '../../drawing/spectrogram-pixels'
import { stripViews } from '../../drawing/strips'
import { type TimeView, visibleS } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { BeatLegend } from './BeatMarks'
import { HertzAxis } from './HertzAxis'
import { SpectrogramCanvas } from './SpectrogramCanvas'
import { TimeAxis } from './TimeAxis'
import { PixelRatio } from './use-canvas'
import { WaveformPane } from './WaveformPane'

interface PrintedPicturesProps {
  pictures: Pictures
  card: Pick<ModelCard, 'spectrogram'>
  durationS: number
}

/** Narrower than any paper, CSS pixels. */
const STRIP_PX = 600
const HERTZ_PX = 44
const HEIGHTS = { waveform: 64, spectrogram: 112 }
/** Paper is finer than a screen. */
const PIXELS_PER_PX = 3

/** The whole recording on paper, strip below strip, always by day. */
export function PrintedPictures({ pictures, card, durationS }: PrintedPicturesProps) {
  const words = useWords()
  const { spectrogram, waveform } = pictures
  const { bandEdgesHz: bands, dynamicRangeDb } = card.spectrogram
  const beats = useMemo(() => beatsOf(pictures.beats), [pictures.beats])
  const range = useMemo(() => dbRangeOf(spectrogram, dynamicRangeDb), [spectrogram, dynamicRangeDb])
  const edges = { lowHz: bands[0]?.lowHz ?? 0, highHz: bands.at(-1)?.highHz ?? 0 }
  const strip = (view: TimeView) => {
    const { fromS, toS } = visibleS(view)
    return (
      <figure key={fromS} aria-label={words.picture.strip(fromS, toS)} className="flex">
        <div style={{ paddingTop: HEIGHTS.waveform, width: HERTZ_PX }} className="relative text-muted">
          <HertzAxis bands={bands} heightPx={HEIGHTS.spectrogram} widthPx={HERTZ_PX} />
          <span className="absolute left-0 -translate-y-full" style={{ top: HEIGHTS.waveform }}>
            {words.picture.frequency}
          </span>
          <span className="absolute bottom-0.5 left-0">{words.picture.seconds}</span>
        </div>
        <div style={{ width: view.widthPx }}>
          <WaveformPane
            waveform={waveform}
            close={null}
            gain={1}
            beats={beats}
            view={view}
            heightPx={HEIGHTS.waveform}
          />
          <SpectrogramCanvas
            spectrograms={[spectrogram]}
            range={range}
            edges={edges}
            view={view}
            heightPx={HEIGHTS.spectrogram}
          />
          <TimeAxis view={view} />
        </div>
      </figure>
    )
  }
  return (
    <PixelRatio value={PIXELS_PER_PX}>
      <div className="flex flex-col gap-2 scheme-light">
        {stripViews(durationS, STRIP_PX).map(strip)}
        <BeatLegend beats={beats} />
        <p className="text-muted">
          {words.picture.title} · {words.picture.levelLong}, {words.picture.floor(dynamicRangeDb)}
        </p>
      </div>
    </PixelRatio>
  )
}
