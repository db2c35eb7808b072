import type { Analysis, Finding, QualityReason } from './analysis'
import { calibrated } from './answer'
import type { ModelCard } from './model-card'
import { QUIET_DB } from './sound-limits'

/** Resting adults lie between these. @source American Heart Association, "All about heart rate (pulse)" */
const USUAL_BPM = { low: 60, high: 100 }

/** The statements that the measurements back, most telling first. */
export function findingsOf(
  analysis: Omit<Analysis, 'findings'>,
  windowLogits: readonly number[],
  card: ModelCard
): Finding[] {
  const { quality, windows, heartRate, domain } = analysis
  const has = (reason: QualityReason) => quality.reasons.includes(reason)
  const findings: Finding[] = []
  if (has('clipped')) findings.push({ code: 'clipped', fraction: quality.clippedFraction })
  if (quality.levelDb < QUIET_DB) findings.push({ code: 'quiet', levelDb: quality.levelDb })
  findings.push(
    heartRate
      ? { code: 'heart-rate', valueBpm: heartRate.valueBpm, range: rangeOf(heartRate.valueBpm) }
      : { code: 'heart-rate-unclear', periodicity: quality.periodicity }
  )
  const usable = windows.filter(({ isUsable }) => isUsable)
  if (usable.length > 1) findings.push(...agreement(analysis, windowLogits, card))
  if (usable.length < windows.length) {
    findings.push({ code: 'unusable-windows', unusable: windows.length - usable.length, count: windows.length })
  }
  if (has('short')) findings.push({ code: 'repeated-to-fill', durationS: analysis.durationS })
  if (domain.isFar) findings.push({ code: 'unlike-training', distance: domain.distance, usual: card.domain.median })
  return findings
}

function rangeOf(valueBpm: number): 'slow' | 'usual' | 'fast' {
  if (valueBpm < USUAL_BPM.low) return 'slow'
  return valueBpm > USUAL_BPM.high ? 'fast' : 'usual'
}

/** How many usable windows lie on the side of the whole, and which one leans furthest that way. */
function agreement(
  { answer, windows, durationS }: Omit<Analysis, 'findings'>,
  logits: readonly number[],
  card: ModelCard
): Finding[] {
  const isAbnormal = answer.abnormalProbability > answer.threshold
  const usable = windows.flatMap((window, index) => (window.isUsable ? [{ window, logit: logits[index]! }] : []))
  const agreeing = usable.filter(
    ({ logit }) => calibrated(logit, card.calibration) > answer.threshold === isAbnormal
  ).length
  const strongest = usable.reduce((best, one) => (one.logit > best.logit === isAbnormal ? one : best))
  const { windowLength, sampleRate } = card.input
  const { startS } = strongest.window
  return [
    { code: 'windows-agree', agreeing, count: usable.length },
    {
      code: 'strongest-span',
      startS,
      endS: Math.min(durationS, startS + windowLength / sampleRate),
      side: isAbnormal ? 'abnormal-like' : 'normal-like'
    }
  ]
}
