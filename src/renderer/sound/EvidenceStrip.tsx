import { useMemo } from 'react'
import type { Part } from '../../core/leave-out'
import type { Picture } from '../../core/picture'
import { evidenceArea, evidenceScale } from '../../drawing/evidence-area'
import type { TimeView } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { partName } from './part-name'

interface EvidenceStripProps {
  evidence: Picture<'evidence'>
  /** What pulled most towards the answer. */
  deciding: readonly Part[]
  view: TimeView
  heightPx: number
}

/** What pulled the answer, instant by instant: up towards abnormal-like, down towards normal-like. */
export function EvidenceStrip({ evidence, deciding, view, heightPx }: EvidenceStripProps) {
  const words = useWords()
  const largest = useMemo(() => evidenceScale(evidence), [evidence])
  return (
    <svg
      width={view.widthPx}
      height={heightPx}
      role="img"
      aria-label={words.picture.evidenceDescription(deciding.map((part) => partName(part, words)))}
      className="block"
    >
      <line x1={0} x2={view.widthPx} y1={heightPx / 2} y2={heightPx / 2} className="stroke-edge" />
      <path d={evidenceArea(evidence, 'abnormal-like', view, heightPx, largest)} className="fill-abnormal" />
      <path d={evidenceArea(evidence, 'normal-like', view, heightPx, largest)} className="fill-normal" />
    </svg>
  )
}
