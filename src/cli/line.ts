import { type Analysis, isFileFinding } from '../core/analysis'
import type { ErrorCode, ErrorReply } from '../core/errors'
import type { OperatingPointName } from '../core/model-card'
import type { AnalysisReply } from '../main/analysis/messages'
import { wordsFor } from '../words/words'

const words = wordsFor('en')

/** What became of one file. */
export type FileResult = { file: string } & ({ reply: AnalysedFile } | { error: ErrorReply })

/** The part of a reply that the terminal shows. */
export type AnalysedFile = Pick<AnalysisReply, 'analysis' | 'format' | 'sha256' | 'timingsMs'>

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
  heartRateBpm: { value: number; confidence: number } | null
  quality: { usable: boolean; score: number; reasons: string[] }
  windows: { startS: number; abnormalProbability: number; quality: number }[]
  domainDistance: number
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
export function lineOf(result: FileResult): AnalysisLine {
  const { file } = result
  if ('error' in result) {
    const { code, values } = result.error
    return { file, error: { code, message: words.errors.line({ code, values }) } }
  }
  const { analysis, format, sha256, timingsMs } = result.reply
  const { answer, heartRate, quality, windows, domain, findings, model, durationS } = analysis
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
    heartRateBpm: heartRate && { value: heartRate.valueBpm, confidence: heartRate.confidence },
    quality: { usable: quality.usable, score: quality.score, reasons: [...quality.reasons] },
    windows: windows.map(({ startS, abnormalProbability, quality }) => ({ startS, abnormalProbability, quality })),
    domainDistance: domain.distance,
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
