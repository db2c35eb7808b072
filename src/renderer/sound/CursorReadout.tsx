import type { Spectrogram } from '../../core/analysis'
import type { BandEdges } from '../../core/model-card'
import { useWords } from '../app/words'
import { bandAtHeight } from './mel-axis'
import { levelAt } from './spectrogram-image'
import { type TimeView, xToTime } from './time-view'

interface CursorReadoutProps {
  /** From the top left of the spectrogram; null where the pointer is elsewhere. */
  at: { x: number; y: number } | null
  spectrogram: Spectrogram
  bands: readonly BandEdges[]
  view: TimeView
  heightPx: number
}

/** The measured value under the pointer: seconds, hertz, decibels. */
export function CursorReadout({ at, spectrogram, bands, view, heightPx }: CursorReadoutProps) {
  const words = useWords()
  if (!at || at.y < 0 || at.y >= heightPx) return <span className="text-muted">{words.picture.cursorIdle}</span>
  const timeS = xToTime(at.x, view)
  const band = bandAtHeight(1 - at.y / heightPx, spectrogram.bandCount)
  const level = levelAt(timeS, band, spectrogram)
  const hertz = bands[band]?.centreHz
  if (level === null || hertz === undefined) return <span className="text-muted">{words.picture.cursorIdle}</span>
  return <span>{words.picture.cursor(timeS, hertz, level)}</span>
}
