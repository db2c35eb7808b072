import { useId } from 'react'
import type { Part } from '../../core/leave-out'
import type { BandEdges } from '../../core/model-card'
import { heightOfHz } from '../../drawing/mel-axis'
import { type TimeView, timeToX } from '../../drawing/time-view'

interface LeftOutMarkProps {
  part: Part
  bands: readonly BandEdges[]
  view: TimeView
  heightPx: number
}

/** Hatches on the spectrogram what is left out, while its result is shown. The result's sentence names it. */
export function LeftOutMark({ part, bands, view, heightPx }: LeftOutMarkProps) {
  const hatch = useId()
  const box = boxOf(part, bands, view, heightPx)
  return (
    <svg
      width={view.widthPx}
      height={heightPx}
      aria-hidden="true"
      className="pointer-events-none absolute inset-0 overflow-hidden"
    >
      <defs>
        <pattern id={hatch} width={8} height={8} patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1={4} x2={4} y2={8} className="stroke-casing" strokeWidth={3} opacity={0.75} />
          <line x1={4} x2={4} y2={8} className="stroke-raised" strokeWidth={1} opacity={0.75} />
        </pattern>
      </defs>
      <rect {...box} fill={`url(#${hatch})`} className="stroke-casing" strokeWidth={2} />
    </svg>
  )
}

/** Where a part lies on the picture, CSS pixels. */
function boxOf(part: Part, bands: readonly BandEdges[], view: TimeView, heightPx: number) {
  if (part.kind === 'span') {
    const x = timeToX(part.startS, view)
    return { x, width: timeToX(part.endS, view) - x, y: 0, height: heightPx }
  }
  const y = heightPx * (1 - (heightOfHz(part.highHz, bands) ?? 1))
  return { x: 0, width: view.widthPx, y, height: heightPx * (1 - (heightOfHz(part.lowHz, bands) ?? 0)) - y }
}
