import type { Recording, RecordingId } from '../../src/contracts/recording'
import type { Analysis, NamedTuning, Quality } from '../../src/core/analysis'
import { answerFrom } from '../../src/core/answer'
import { findingsOf } from '../../src/core/findings'
import { calibrated } from '../../src/core/score'
import { tunedCalibration } from '../../src/core/tuning'
import { card } from './card'

const quality: Quality = {
  usable: true,
  score: 1,
  reasons: [],
  levelDb: -20,
  clippedFraction: 0,
  beats: { count: 20, sureness: 0.9 }
}

/** What the card of these tests says of a good recording with such windows. */
export function analysisOf(
  logits: readonly number[],
  tuning: NamedTuning | null = null,
  operatingPoint = card.defaultOperatingPoint
): Analysis {
  const calibration = tuning ? tunedCalibration(card.calibration, tuning) : card.calibration
  const answer = answerFrom({ abnormal: logits, murmur: [2] }, quality, { ...card, calibration }, operatingPoint)
  const measured = {
    durationS: 12,
    answer: { ...answer, ...(tuning && { tuning }) },
    quality,
    windows: logits.map((logit, n) => ({
      startS: 2.5 * n,
      abnormalProbability: calibrated(logit, calibration),
      quality: 1,
      isUsable: true
    })),
    heartRate: null,
    domain: { distance: 1, isFar: false },
    model: { name: card.name, version: card.version, sha256: card.sha256 }
  }
  return { ...measured, findings: findingsOf(measured, [], card) }
}

/** A refused one has a score that says nothing. */
export function refused(analysis: Analysis): Analysis {
  return {
    ...analysis,
    quality: { ...quality, usable: false, reasons: ['no-heart-sound'] },
    answer: { ...analysis.answer, outcome: 'cannot-tell', reason: 'no-heart-sound' }
  }
}

/** Ids that look like the library's. */
export function idOf(n: number): RecordingId {
  return `00000000-0000-4000-8000-${String(n).padStart(12, '0')}` as RecordingId
}

/** A recording of a file, with its analysis. */
export function recordingOf(n: number, analysis: Analysis, source: Recording['source'] = { kind: 'file' }): Recording {
  const format = { container: 'WAV', codec: '16-bit PCM', sampleRate: 2000, channels: 1, durationS: 12 }
  return {
    id: idOf(n),
    name: `heart ${n}`,
    source,
    sha256: '0'.repeat(64),
    bytes: 1,
    addedAt: '2026-11-28T10:00:00.000Z',
    state: { status: 'analysed', format, analysis, timingsMs: { decode: 1, model: 1, total: 2 } }
  }
}
