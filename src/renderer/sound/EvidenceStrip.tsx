import { useMemo } from 'react'
import type { Question } from '../../core/analysis'
import { evidenceArea, evidenceScale } from '../../drawing/evidence-area'
import type { TimeView } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { partName } from './part-name'
import type { PlacedEvidence } from './use-placed-evidence'

interface EvidenceStripProps {
  evidence: PlacedEvidence
  view: TimeView
  heightPx: number
}

/** A murmur takes no side, so it has no side's colour: up and down tell enough. */
const FILLS: Record<Question, { up: string; down: string }> = {
  abnormal: { up: 'fill-abnormal', down: 'fill-normal' },
  murmur: { up: 'fill-ink', down: 'fill-edge' }
}

/** What pulled the answer, instant by instant: up towards what was asked for, down away from it. */
export function EvidenceStrip({ evidence, view, heightPx }: EvidenceStripProps) {
  const words = useWords()
  const { question, sums, deciding } = evidence
  const largest = useMemo(() => evidenceScale(sums), [sums])
  const parts = deciding.map((part) => partName(part, words))
  return (
    <svg
      width={view.widthPx}
      height={heightPx}
      role="img"
      aria-label={words.picture.evidenceDescription(parts, question)}
      className="block"
    >
      <line x1={0} x2={view.widthPx} y1={heightPx / 2} y2={heightPx / 2} className="stroke-edge" />
      {(['up', 'down'] as const).map((pull) => (
        <path key={pull} d={evidenceArea(sums, pull, view, heightPx, largest)} className={FILLS[question][pull]} />
      ))}
    </svg>
  )
}
