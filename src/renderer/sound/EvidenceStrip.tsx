import { useMemo } from 'react'
import type { Picture } from '../../core/picture'
import { evidenceArea, evidenceScale, strongestPull } from '../../drawing/evidence-area'
import type { TimeView } from '../../drawing/time-view'
import { useWords } from '../use-words'

interface EvidenceStripProps {
  evidence: Picture<'evidence'>
  view: TimeView
  heightPx: number
}

/** What pulled the answer, instant by instant: up towards abnormal-like, down towards normal-like. */
export function EvidenceStrip({ evidence, view, heightPx }: EvidenceStripProps) {
  const words = useWords()
  const largest = useMemo(() => evidenceScale(evidence), [evidence])
  const strongest = useMemo(() => strongestPull(evidence), [evidence])
  return (
    <svg
      width={view.widthPx}
      height={heightPx}
      role="img"
      aria-label={`${words.picture.evidenceLong}. ${words.picture.evidenceDescription(strongest.timeS, strongest.side)}`}
      className="block"
    >
      <line x1={0} x2={view.widthPx} y1={heightPx / 2} y2={heightPx / 2} className="stroke-edge" />
      <path d={evidenceArea(evidence, 'abnormal-like', view, heightPx, largest)} className="fill-abnormal" />
      <path d={evidenceArea(evidence, 'normal-like', view, heightPx, largest)} className="fill-normal" />
    </svg>
  )
}
