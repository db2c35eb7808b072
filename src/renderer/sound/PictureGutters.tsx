import type { BandEdges } from '../../core/model-card'
import { type PictureHeights, spectrogramTop } from '../../drawing/picture-heights'
import type { DbRange } from '../../drawing/spectrogram-pixels'
import { useRem } from '../page/use-rem'
import { useWords } from '../use-words'
import { ColourBar } from './ColourBar'
import { GainControl } from './GainControl'
import { HertzAxis } from './HertzAxis'
import type { Gain } from './use-gain'

/** Room for the numbers beside the pictures. */
const AXIS_REM = 2.75
const BAR_REM = 3.25

interface PitchGutterProps {
  bands: readonly BandEdges[]
  gain: Gain
  heights: PictureHeights
}

/** Left of the pictures: how tall the waveform is, and what stands at which height of the spectrogram. */
export function PitchGutter({ bands, gain, heights }: PitchGutterProps) {
  const words = useWords()
  const widthPx = AXIS_REM * useRem()
  const top = spectrogramTop(heights)
  return (
    <div style={{ width: widthPx, paddingTop: top }} className="relative">
      <GainControl gain={gain} />
      <HertzAxis bands={bands} heightPx={heights.spectrogram} widthPx={widthPx} />
      <span className="absolute left-0 -translate-y-[130%] text-muted" style={{ top }}>
        {words.picture.frequency}
      </span>
      <span className="absolute bottom-0.5 left-0 text-muted">{words.picture.seconds}</span>
    </div>
  )
}

/** Right of the pictures: what the colours mean. */
export function LevelGutter({ range, heights }: { range: DbRange; heights: PictureHeights }) {
  const words = useWords()
  const rem = useRem()
  const top = spectrogramTop(heights)
  return (
    <div style={{ width: BAR_REM * rem, paddingTop: top }} className="relative pl-2">
      <ColourBar range={range} heightPx={heights.spectrogram} widthPx={(BAR_REM - 0.5) * rem} />
      <span className="absolute left-2 -translate-y-[130%] text-muted" style={{ top }}>
        {words.picture.level}
      </span>
    </div>
  )
}
