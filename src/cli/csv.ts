import { plainText } from '../core/plain-text'
import type { AnalysisLine, AnsweredLine } from './line'

/** Spreadsheets take such a text for a formula and work it out. @source OWASP, CSV injection */
const FORMULA = /^[=+\-@]/

type Cell = string | number | boolean | null

/** One column each: what a cell says of a line, empty where there is nothing to say. */
const COLUMNS: Record<string, (line: AnsweredLine) => Cell> = {
  sha256: ({ sha256 }) => sha256,
  durationS: ({ durationS }) => durationS,
  sampleRate: ({ sampleRate }) => sampleRate,
  codec: ({ codec }) => codec,
  channel: ({ channel }) => channel?.number ?? null,
  answer: ({ answer }) => answer,
  reason: ({ reason }) => reason,
  abnormalProbability: ({ abnormalProbability }) => abnormalProbability,
  certainty: ({ certainty }) => certainty,
  operatingPoint: ({ operatingPoint }) => operatingPoint,
  tuning: ({ tuning }) => tuning?.name ?? null,
  murmurAnswer: ({ murmur }) => murmur?.answer ?? null,
  murmurProbability: ({ murmur }) => murmur?.probability ?? null,
  heartRateBpm: ({ heartRateBpm }) => heartRateBpm?.value ?? null,
  heartRateConfidence: ({ heartRateBpm }) => heartRateBpm?.confidence ?? null,
  qualityUsable: ({ quality }) => quality.usable,
  qualityScore: ({ quality }) => quality.score,
  qualityReasons: ({ quality }) => quality.reasons.join(' '),
  windows: ({ windows }) => windows.length,
  bandwidthLowHz: ({ bandwidthHz }) => bandwidthHz?.low ?? null,
  bandwidthHighHz: ({ bandwidthHz }) => bandwidthHz?.high ?? null,
  domainDistance: ({ domainDistance }) => domainDistance,
  isUnlikeTraining: ({ isUnlikeTraining }) => isUnlikeTraining,
  notes: ({ notes }) => notes.map(({ code }) => code).join(' '),
  modelName: ({ model }) => model.name,
  modelVersion: ({ model }) => model.version,
  modelSha256: ({ model }) => model.sha256,
  decodeMs: ({ timingsMs }) => timingsMs.decode,
  modelMs: ({ timingsMs }) => timingsMs.model,
  totalMs: ({ timingsMs }) => timingsMs.total
}

/** The first row. */
export const CSV_HEADER = rowOf(['file', ...Object.keys(COLUMNS), 'errorCode', 'errorMessage'])

/** The row of one file. */
export function csvRow(line: AnalysisLine): string {
  if ('error' in line) {
    return rowOf([line.file, ...Object.keys(COLUMNS).map(() => null), line.error.code, line.error.message])
  }
  return rowOf([line.file, ...Object.values(COLUMNS).map((cell) => cell(line)), null, null])
}

/** @source RFC 4180, section 2: a field with a comma, a quote or a line break is quoted, its quotes doubled. */
function rowOf(cells: readonly Cell[]): string {
  return cells
    .map((cell) => {
      const text = typeof cell === 'string' ? asText(cell) : String(cell ?? '')
      return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
    })
    .join(',')
}

/** What came with a file, as text: for a terminal, and, behind an apostrophe where need be, for a spreadsheet. */
function asText(cell: string): string {
  const text = plainText(cell)
  return FORMULA.test(text) ? `'${text}` : text
}
