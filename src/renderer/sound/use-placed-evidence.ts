import { useMemo } from 'react'
import type { Analysis } from '../../core/analysis'
import { decidingParts } from '../../core/deciding-parts'
import type { Part } from '../../core/leave-out'
import type { ModelCard } from '../../core/model-card'
import type { Picture } from '../../core/picture'
import { rowEdges, type ShownEvidence, strongestOf } from '../../drawing/evidence-outline'

/** The evidence where it lies on the picture. */
export interface PlacedEvidence extends ShownEvidence {
  /** What pulled most towards the answer. */
  deciding: readonly Part[]
}

/** Null where an earlier network drew no evidence, or other rows than those that the card of now names. */
export function usePlacedEvidence(
  map: Picture<'evidence-map'>,
  card: Pick<ModelCard, 'input' | 'spectrogram' | 'evidence'>,
  analysis: Analysis
): PlacedEvidence | null {
  return useMemo(() => {
    const { rowsHz } = card.evidence
    if (map.dims[0] === 0 || map.dims[0] !== rowsHz.length) return null
    const edges = rowEdges(rowsHz, card.spectrogram.bandEdgesHz)
    return { map, edges, strongest: strongestOf(map), deciding: decidingParts(map, analysis, card) }
  }, [map, card, analysis])
}
