import type { BandEdges } from '../../core/model-card'
import type { Picture } from '../../core/picture'
import { pullAt, type ShownEvidence } from '../../drawing/evidence-outline'
import { bandAtHeight } from '../../drawing/mel-axis'
import { levelAt } from '../../drawing/spectrogram-pixels'
import { type TimeView, xToTime } from '../../drawing/time-view'
import { useWords } from '../use-words'

interface CursorReadoutProps {
  /** From the top left of all pictures; null where the pointer is elsewhere. */
  at: { x: number; y: number } | null
  spectrogram: Picture<'spectrogram'>
  bands: readonly BandEdges[]
  /** The evidence, while it is shown. */
  shownEvidence: ShownEvidence | null
  view: TimeView
  /** Where the spectrogram lies among the pictures, CSS pixels. */
  topPx: number
  heightPx: number
}

/** So far from the pointer that it hides nothing of what is pointed at. */
const OFFSET_PX = 14

/** The measured value under the pointer, beside it: seconds, hertz, decibels. */
export function CursorReadout({ at, spectrogram, bands, shownEvidence, view, topPx, heightPx }: CursorReadoutProps) {
  const words = useWords()
  if (!at || at.y < topPx || at.y >= topPx + heightPx) return null
  const timeS = xToTime(at.x, view)
  const height = 1 - (at.y - topPx) / heightPx
  const band = bandAtHeight(height, spectrogram.dims[0])
  const level = levelAt(timeS, band, spectrogram)
  const hertz = bands[band]?.centreHz
  if (level === null || hertz === undefined) return null
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
      {pull !== null && ` · ${words.picture.cursorPull(pull)}`}
    </div>
  )
}
