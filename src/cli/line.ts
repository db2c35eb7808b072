import { type Analysis, isFileFinding, type MurmurOutcome, type NamedTuning } from '../core/analysis'
import type { Rhythm } from '../core/cycle/rhythm'
import type { ErrorCode, ErrorReply } from '../core/errors'
import type { OperatingPointName } from '../core/model-card'
import type { MarkedBeat } from '../core/picture'
import type { AnalysisReply } from '../main/analysis/messages'
import { wordsFor } from '../words/words'

const words = wordsFor('en')

/** What became of one file. */
export type FileResult = { file: string } & ({ reply: AnalysedFile } | { error: ErrorReply })

/** The part of a reply that the terminal shows. */
export type AnalysedFile = Pick<AnalysisReply, 'analysis' | 'format' | 'sha256' | 'timingsMs' | 'beats'>

/** One line of `--json`, as `resources/schemas/analysis-line.schema.json` publishes it. */
export type AnalysisLine = AnsweredLine | FailedLine

export interface AnsweredLine {
  file: string
  sha256: string
  durationS: number
  sampleRate: number
  codec: string
  /** Null where all channels are the same. */
  channel: { number: number; count: number; chosenBy: 'beat' | 'person' } | null
  answer: Analysis['answer']['outcome']
  reason: Analysis['answer']['reason']
  abnormalProbability: number
  certainty: number
  operatingPoint: OperatingPointName
  tuning: NamedTuning | null
  murmur: { probability: number; answer: MurmurOutcome } | null
  heartRateBpm: { value: number; confidence: number } | null
  /** Null where too few beats follow on each other, or an earlier version analysed it. */
  rhythm: Rhythm | null
  /** Only where they are asked for. */
  beats?: MarkedBeat[]
  quality: { usable: boolean; score: number; reasons: string[] }
  windows: { startS: number; abnormalProbability: number; quality: number }[]
  bandwidthHz: { low: number; high: number } | null
  domainDistance: number
  isUnlikeTraining: boolean
  /** What reading the file showed. */
  notes: { code: string; message: string }[]
  model: { name: string; version: string; sha256: string }
  timingsMs: { decode: number; model: number; total: number }
}

interface FailedLine {
  file: string
  error: { code: ErrorCode; message: string }
}

/** The line of one file. */
export function lineOf(result: FileResult, { withBeats = false } = {}): AnalysisLine {
  const { file } = result
  if ('error' in result) {
    const { code, values } = result.error
    return { file, error: { code, message: words.errors.line({ code, values }) } }
  }
  const { analysis, format, sha256, timingsMs, beats } = result.reply
  const { answer, heartRate, quality, windows, domain, findings, model, durationS } = analysis
  const { murmur } = answer
  const { bandwidth } = quality
  const { decode, model: modelMs, total } = timingsMs
  return {
    file,
    sha256,
    durationS,
    sampleRate: format.sampleRate,
    codec: format.codec,
    channel: format.channel
      ? { number: format.channel.index + 1, count: format.channels, chosenBy: format.channel.chosenBy }
      : null,
    answer: answer.outcome,
    reason: answer.reason,
    abnormalProbability: answer.abnormalProbability,
    certainty: answer.certainty,
    operatingPoint: answer.operatingPoint,
    tuning: answer.tuning ?? null,
    murmur: murmur ? { probability: murmur.probability, answer: murmur.outcome } : null,
    heartRateBpm: heartRate && { value: heartRate.valueBpm, confidence: heartRate.confidence },
    rhythm: analysis.cycle?.rhythm ?? null,
    ...(withBeats && { beats }),
    quality: { usable: quality.usable, score: quality.score, reasons: [...quality.reasons] },
    windows: windows.map(({ startS, abnormalProbability, quality }) => ({ startS, abnormalProbability, quality })),
    bandwidthHz: bandwidth ? { low: bandwidth.lowHz, high: bandwidth.highHz } : null,
    domainDistance: domain.distance,
    isUnlikeTraining: domain.isFar,
    notes: findings
      .filter(isFileFinding)
      .map((finding) => ({ code: finding.code, message: words.findings(finding, durationS).measured })),
    model: { name: model.name, version: model.version, sha256: model.sha256 },
    timingsMs: { decode: inMicroseconds(decode), model: inMicroseconds(modelMs), total: inMicroseconds(total) }
  }
}

/** Milliseconds with three digits after the point: more would be noise. */
function inMicroseconds(milliseconds: number): number {
  return Math.round(milliseconds * 1000) / 1000
}
