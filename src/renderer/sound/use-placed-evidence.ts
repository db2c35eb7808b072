import { useMemo } from 'react'
import type { Analysis, Question } from '../../core/analysis'
import { decidingParts } from '../../core/deciding-parts'
import type { Part } from '../../core/leave-out'
import type { ModelCard } from '../../core/model-card'
import type { Pictures } from '../../core/picture'
import { type EvidenceSums, rowEdges, type ShownEvidence, strongestOf, sumsOf } from '../../drawing/evidence-outline'

/** The evidence where it lies on the picture. */
export interface PlacedEvidence extends ShownEvidence {
  question: Question
  /** Instant by instant, all rows together. */
  sums: EvidenceSums
  /** What pulled most towards the answer. */
  deciding: readonly Part[]
}

/** Null where an earlier network drew no evidence, or other rows than those that the card of now names. */
export function usePlacedEvidence(
  pictures: Pick<Pictures, 'evidence-map' | 'murmur-evidence-map'>,
  question: Question,
  card: Pick<ModelCard, 'input' | 'spectrogram' | 'evidence'>,
  analysis: Analysis
): PlacedEvidence | null {
  const map = pictures[question === 'murmur' ? 'murmur-evidence-map' : 'evidence-map']
  return useMemo(() => {
    const { rowsHz } = card.evidence
    if (map.dims[0] === 0 || map.dims[0] !== rowsHz.length) return null
    const edges = rowEdges(rowsHz, card.spectrogram.bandEdgesHz)
    const deciding = decidingParts(map, analysis, card)
    return { question, map, edges, strongest: strongestOf(map), sums: sumsOf(map), deciding }
  }, [question, map, card, analysis])
}
