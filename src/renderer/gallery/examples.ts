import type { Analysed, Recording, RecordingId, RecordingState, Sample } from '../../contracts/recording'
import type { Analysis, Answer, CannotTellReason, MurmurAnswer } from '../../core/analysis'
import { exampleCard } from './example-card'

/** Answers, analyses and recordings for the living page, made up like its card. */

export function answerAt(
  probability: number,
  outcome: Answer['outcome'],
  reason: CannotTellReason | null = null
): Answer {
  const cannotTell = { low: 0.38, high: 0.62 }
  const certainty =
    probability < cannotTell.low
      ? (cannotTell.low - probability) / cannotTell.low
      : Math.max(0, (probability - cannotTell.high) / (1 - cannotTell.high))
  return {
    outcome,
    reason,
    abnormalProbability: probability,
    interval: { low: Math.max(0.003, probability - 0.11), high: Math.min(0.997, probability + 0.08) },
    certainty,
    operatingPoint: 'balanced',
    threshold: 0.5,
    cannotTell,
    similar: { count: 412, abnormal: Math.round(412 * probability) },
    baseRate: 0.5,
    murmur: murmurAt(0.04)
  }
}

/** The second answer of an example. @param probability anything but between 0.3 and 0.6 */
export function murmurAt(probability: number): MurmurAnswer {
  const { threshold, cannotTell, reliability } = exampleCard.murmur
  return {
    outcome: probability > threshold ? 'murmur' : 'no-murmur',
    probability,
    interval: { low: Math.max(0.003, probability - 0.05), high: Math.min(0.997, probability + 0.03) },
    threshold,
    cannotTell,
    similar: { count: 340, murmur: Math.round(340 * probability) },
    baseRate: reliability.baseRate
  }
}

export function analysisOf(answer: Answer, durationS: number, changes: Partial<Analysis> = {}): Analysis {
  const count = Math.floor((durationS - 5) / 2.5) + 1
  const windows = Array.from({ length: count }, (_, index) => {
    const wobble = 0.16 * Math.sin(3.1 * index) + 0.08 * Math.cos(7 * index)
    const score = Math.max(0.01, Math.min(0.99, answer.abnormalProbability + wobble))
    return { startS: 2.5 * index, abnormalProbability: score, quality: 0.9, isUsable: index % 9 !== 4 }
  })
  return {
    durationS,
    answer,
    quality: {
      usable: true,
      score: 0.91,
      reasons: [],
      levelDb: -24.3,
      clippedFraction: 0,
      beats: { count: 20, sureness: 0.95 },
      bandwidth: { lowHz: 32, highHz: 781 }
    },
    windows,
    heartRate: { valueBpm: 73.8, confidence: 0.95 },
    cycle: {
      marked: 24,
      rhythm: { count: 23, rrS: 0.811, variationS: 0.018, irregular: [{ atS: 6 * (60 / 74) + 0.07, how: 'early' }] },
      averaged: { used: 21, leftOut: [5], mostUnlike: 5 },
      murmur: { phase: 'systole', timing: 'holo', aboveQuietDb: 19, besideS1Db: -21, highestHz: 450 }
    },
    domain: { distance: 1.02, isFar: false },
    findings: [
      { code: 'heart-rate', valueBpm: 73.8, range: 'usual' },
      { code: 'rhythm', rrS: 0.811, variationS: 0.018, early: 1, late: 0, firstS: 6 * (60 / 74) + 0.07 },
      { code: 'murmur-in-time', phase: 'systole', timing: 'holo', aboveQuietDb: 19, besideS1Db: -21, highestHz: 450 },
      { code: 'windows-agree', agreeing: count - 2, count: count - 1 },
      { code: 'strongest-span', startS: 7.5, endS: 12.5, side: 'abnormal-like' },
      { code: 'unusable-windows', unusable: 1, count },
      { code: 'bandwidth', lowHz: 32, highHz: 781, lacksTreble: false }
    ],
    model: { name: exampleCard.name, version: exampleCard.version, sha256: exampleCard.sha256 },
    ...changes
  }
}

export function analysedState(analysis: Analysis): Analysed {
  return {
    status: 'analysed',
    format: { container: 'wav', codec: 'pcm-s16', sampleRate: 2000, channels: 1, durationS: analysis.durationS },
    analysis,
    timingsMs: { decode: 7.2, model: 41.6, total: 63.1 }
  }
}

export function recordingOf<State extends RecordingState>(
  name: string,
  state: State,
  source: Recording['source'] = { kind: 'file' }
): Recording & { state: State } {
  return {
    id: name as RecordingId,
    name,
    source,
    sha256: '4be1f4e0a6d93c8d4a3e0a3a3b9d5a0f5f7d6c1a9a8e7b6c5d4e3f2a1b0c9d8e',
    bytes: 142_844,
    addedAt: '2026-11-21T14:03:00Z',
    state
  }
}

export const exampleSamples: Sample[] = [1, 2, 3, 4].map((number) => ({
  id: `sample-${number}`,
  title: `Sample ${number}`,
  record: `a000${number}`,
  database: 'a',
  label: number % 2 ? 'abnormal' : 'normal',
  diagnosis: 'MVP',
  durationS: 20 + 3.7 * number,
  source: 'physionet.org/content/challenge-2016',
  licence: 'ODC-BY 1.0'
}))
