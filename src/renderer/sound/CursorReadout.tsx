import type { BandEdges } from '../../core/model-card'
import type { Picture } from '../../core/picture'
import { pullAt } from '../../drawing/evidence-outline'
import { bandAtHeight, hzAtHeight } from '../../drawing/mel-axis'
import { levelAt, pictureAt } from '../../drawing/spectrogram-pixels'
import { type TimeView, xToTime } from '../../drawing/time-view'
import { useWords } from '../use-words'
import type { PlacedEvidence } from './use-placed-evidence'

interface CursorReadoutProps {
  /** From the top left of all pictures; null where the pointer is elsewhere. */
  at: { x: number; y: number } | null
  /** The best first. */
  spectrograms: readonly Picture<'spectrogram'>[]
  bands: readonly BandEdges[]
  /** The evidence, while it is shown. */
  shownEvidence: PlacedEvidence | null
  view: TimeView
  /** Where the spectrogram lies among the pictures, CSS pixels. */
  topPx: number
  heightPx: number
}

/** So far from the pointer that it hides nothing of what is pointed at. */
const OFFSET_PX = 14

/** The measured value under the pointer, beside it: seconds, hertz, decibels. */
export function CursorReadout(props: CursorReadoutProps) {
  const { at, spectrograms, bands, shownEvidence, view, topPx, heightPx } = props
  const words = useWords()
  if (!at || at.y < topPx || at.y >= topPx + heightPx) return null
  const timeS = xToTime(at.x, view)
  const height = 1 - (at.y - topPx) / heightPx
  const picture = pictureAt(timeS, spectrograms)
  if (!picture) return null
  const [rowCount] = picture.dims
  const row = bandAtHeight(height, rowCount)
  const level = levelAt(timeS, row, picture)
  if (level === null) return null
  const hertz = hzAtHeight((row + 0.5) / rowCount, bands)
  const pull = shownEvidence && pullAt(timeS, height, shownEvidence)
  const isRight = at.x > view.widthPx / 2
  const isLow = at.y > topPx + heightPx / 2
  return (
    <div
      className="pointer-events-none absolute z-10 rounded-control bg-text px-2 py-1 whitespace-nowrap text-surface tabular-nums"
      style={{
        [isRight ? 'right' : 'left']: (isRight ? view.widthPx - at.x : at.x) + OFFSET_PX,
        top: at.y,
        transform: isLow ? `translateY(calc(-100% - ${OFFSET_PX}px))` : `translateY(${OFFSET_PX}px)`
      }}
    >
      {words.picture.cursor(timeS, hertz, level)}
      {shownEvidence && pull !== null && ` · ${words.picture.cursorPull(pull, shownEvidence.question)}`}
    </div>
  )
}
