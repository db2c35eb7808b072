import { useMemo } from 'react'
import type { Analysis, EvidenceMap } from '../../core/analysis'
import { decidingParts } from '../../core/deciding-parts'
import type { ModelCard } from '../../core/model-card'
import type { Part } from '../../core/mute'
import { rowEdges, type ShownEvidence, strongestOf } from '../../drawing/evidence-outline'

/** The evidence where it lies on the picture. */
export interface PlacedEvidence extends ShownEvidence {
  /** What pulled most towards the answer. */
  deciding: readonly Part[]
}

/** Null where an earlier network drew no evidence, or other rows than those that the card of now names. */
export function usePlacedEvidence(
  map: EvidenceMap,
  card: Pick<ModelCard, 'input' | 'spectrogram' | 'evidence'>,
  analysis: Analysis
): PlacedEvidence | null {
  return useMemo(() => {
    const { rowsHz } = card.evidence
    if (map.rowCount === 0 || map.rowCount !== rowsHz.length) return null
    const edges = rowEdges(rowsHz, card.spectrogram.bandEdgesHz)
    return { map, edges, strongest: strongestOf(map), deciding: decidingParts(map, analysis, card) }
  }, [map, card, analysis])
}
