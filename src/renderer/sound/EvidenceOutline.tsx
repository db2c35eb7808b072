import { useMemo } from 'react'
import { decidingStrength, framesPerCell, outlinePath, outlinesOf, pooled } from '../../drawing/evidence-outline'
import type { TimeView } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { partName } from './part-name'
import type { PlacedEvidence } from './use-placed-evidence'

interface EvidenceOutlineProps {
  evidence: PlacedEvidence
  view: TimeView
  heightPx: number
}

/**
 * Lines on the spectrogram around what the answer came from: no tint, which would be another level. What pulled most is
 * named for those who do not see the lines.
 */
export function EvidenceOutline({ evidence, view, heightPx }: EvidenceOutlineProps) {
  const words = useWords()
  const { map, edges, deciding } = evidence
  const frames = framesPerCell(map, view)
  const drawn = useMemo(() => {
    const cells = pooled(map, frames)
    const strength = decidingStrength(cells)
    const outlines = (['normal-like', 'abnormal-like'] as const).map((side) => outlinesOf(cells, side, strength))
    return { cells, normal: outlines[0]!, abnormal: outlines[1]! }
  }, [map, frames])
  const normal = outlinePath(drawn.normal, drawn.cells, edges, view, heightPx)
  const abnormal = outlinePath(drawn.abnormal, drawn.cells, edges, view, heightPx)
  return (
    <svg
      width={view.widthPx}
      height={heightPx}
      role="img"
      aria-label={words.picture.outlineDescription(deciding.map((part) => partName(part, words)))}
      className="pointer-events-none absolute inset-0 overflow-hidden"
      fill="none"
      strokeLinejoin="round"
    >
      <path d={normal + abnormal} className="stroke-casing" strokeWidth="0.25rem" opacity={0.75} />
      <path d={normal} className="stroke-normal-on-picture" strokeWidth="0.125rem" strokeDasharray="5 4" />
      <path d={abnormal} className="stroke-abnormal-on-picture" strokeWidth="0.125rem" />
    </svg>
  )
}

/** How the two sides are drawn: told apart by line, colour and word. */
export function EvidenceLegend() {
  const words = useWords()
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <span>{words.picture.outlineLong}:</span>
      <span className="flex items-center gap-2">
        <Swatch className="stroke-abnormal-on-picture" />
        {words.gauge.abnormalEnd}
      </span>
      <span className="flex items-center gap-2">
        <Swatch className="stroke-normal-on-picture" dashes="5 4" />
        {words.gauge.normalEnd}
      </span>
    </div>
  )
}

function Swatch({ className, dashes }: { className: string; dashes?: string }) {
  return (
    <svg width={32} height={8} aria-hidden="true">
      <rect width={32} height={8} rx={2} className="fill-casing" />
      <line x1={2} x2={30} y1={4} y2={4} strokeWidth={2} strokeDasharray={dashes} className={className} />
    </svg>
  )
}
