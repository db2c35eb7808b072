import { useMemo } from 'react'
import type { Question } from '../../core/analysis'
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

const STROKES: Record<Question, { up: string; down: string }> = {
  abnormal: { up: 'stroke-abnormal-on-picture', down: 'stroke-normal-on-picture' },
  murmur: { up: 'stroke-murmur-on-picture', down: 'stroke-murmur-on-picture' }
}

/**
 * Lines on the spectrogram around what the answer came from: no tint, which would be another level. What pulled most is
 * named for those who do not see the lines.
 */
export function EvidenceOutline({ evidence, view, heightPx }: EvidenceOutlineProps) {
  const words = useWords()
  const { question, map, edges, deciding } = evidence
  const frames = framesPerCell(map, view)
  const drawn = useMemo(() => {
    const cells = pooled(map, frames)
    const strength = decidingStrength(cells)
    return { cells, up: outlinesOf(cells, 'up', strength), down: outlinesOf(cells, 'down', strength) }
  }, [map, frames])
  const up = outlinePath(drawn.up, drawn.cells, edges, view, heightPx)
  const down = outlinePath(drawn.down, drawn.cells, edges, view, heightPx)
  const strokes = STROKES[question]
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
      <path d={up + down} className="stroke-casing" strokeWidth="0.25rem" opacity={0.75} />
      <path d={down} className={strokes.down} strokeWidth="0.125rem" strokeDasharray="5 4" />
      <path d={up} className={strokes.up} strokeWidth="0.125rem" />
    </svg>
  )
}

/** How the two directions are drawn: told apart by line and word, and by colour where they are sides. */
export function EvidenceLegend({ question }: { question: Question }) {
  const words = useWords()
  const [ends, strokes] = [words.picture.ends(question), STROKES[question]]
  return (
    <div className="flex flex-wrap items-center gap-x-4">
      <span>{words.picture.outlineLong}:</span>
      <span className="flex items-center gap-2">
        <Swatch className={strokes.up} />
        {ends.up}
      </span>
      <span className="flex items-center gap-2">
        <Swatch className={strokes.down} dashes="5 4" />
        {ends.down}
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
