import type { Analysis, Finding, QualityReason } from './analysis'
import { sideOf } from './answer'
import type { Part } from './leave-out'
import type { ModelCard } from './model-card'
import { QUIET_DB } from './sound-limits'

/** Resting adults lie between these. @source American Heart Association, "All about heart rate (pulse)" */
const USUAL_BPM = { low: 60, high: 100 }

/**
 * The statements that the measurements back, most telling first.
 *
 * @param deciding from `decidingParts`
 */
export function findingsOf(
  analysis: Omit<Analysis, 'findings'>,
  deciding: readonly Part[],
  card: Pick<ModelCard, 'domain'>
): Finding[] {
  const { quality, windows, heartRate, domain } = analysis
  const has = (reason: QualityReason) => quality.reasons.includes(reason)
  const findings: Finding[] = []
  if (has('clipped')) findings.push({ code: 'clipped', fraction: quality.clippedFraction })
  if (quality.levelDb < QUIET_DB) findings.push({ code: 'quiet', levelDb: quality.levelDb })
  findings.push(
    heartRate
      ? { code: 'heart-rate', valueBpm: heartRate.valueBpm, range: rangeOf(heartRate.valueBpm) }
      : { code: 'heart-rate-unclear', beats: quality.beats }
  )
  findings.push(...rhythmFinding(analysis), ...murmurFinding(analysis))
  const usable = windows.filter(({ isUsable }) => isUsable)
  findings.push(...sided(analysis, deciding))
  if (usable.length < windows.length) {
    findings.push({ code: 'unusable-windows', unusable: windows.length - usable.length, count: windows.length })
  }
  if (has('short')) findings.push({ code: 'repeated-to-fill', durationS: analysis.durationS })
  if (quality.bandwidth) findings.push({ code: 'bandwidth', ...quality.bandwidth, lacksTreble: has('treble-missing') })
  if (domain.isFar) findings.push({ code: 'unlike-training', distance: domain.distance, usual: card.domain.median })
  return findings
}

function rhythmFinding({ cycle }: Omit<Analysis, 'findings'>): Finding[] {
  const rhythm = cycle?.rhythm
  if (!rhythm || rhythm.variationS === null) return []
  const { rrS, variationS, irregular } = rhythm
  const count = (how: 'early' | 'late') => irregular.filter((beat) => beat.how === how).length
  const found = { early: count('early'), late: count('late'), firstS: irregular[0]?.atS ?? null }
  return [{ code: 'rhythm', rrS, variationS, ...found }]
}

/** Where the network hears a murmur: when in the beat, by measurement. Elsewhere what sounds in the pauses is noise. */
function murmurFinding({ answer, cycle }: Omit<Analysis, 'findings'>): Finding[] {
  return answer.murmur?.outcome === 'murmur' && cycle?.murmur ? [{ code: 'murmur-in-time', ...cycle.murmur }] : []
}

function rangeOf(valueBpm: number): 'slow' | 'usual' | 'fast' {
  if (valueBpm < USUAL_BPM.low) return 'slow'
  return valueBpm > USUAL_BPM.high ? 'fast' : 'usual'
}

/** How many usable windows lie on the side of the answer, and which stretch decided; where there is none, neither. */
function sided({ answer, windows }: Omit<Analysis, 'findings'>, deciding: readonly Part[]): Finding[] {
  const { outcome, cannotTell } = answer
  if (outcome === 'cannot-tell') return []
  const usable = windows.filter(({ isUsable }) => isUsable)
  const agreeing = usable.filter(({ abnormalProbability }) => sideOf(abnormalProbability, cannotTell) === outcome)
  const span = deciding.find((part) => part.kind === 'span')
  return [
    ...(usable.length > 1 ? [{ code: 'windows-agree' as const, agreeing: agreeing.length, count: usable.length }] : []),
    ...(span ? [{ code: 'strongest-span' as const, startS: span.startS, endS: span.endS, side: outcome }] : [])
  ]
}
