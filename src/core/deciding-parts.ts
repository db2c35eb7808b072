import type { Analysis, Answer } from './analysis'
import type { Part } from './leave-out'
import type { ModelCard } from './model-card'
import type { Picture, PictureShape } from './picture'

/** The evidence of either question, by pitch. */
export type EvidenceMap = Picture<'evidence-map' | 'murmur-evidence-map'>

/** At most this share of a recording: without more of it, what is left is another recording. */
const MOST_OF_RECORDING = 0.5

/**
 * The stretch of one window's length and the band of pitch that pulled most towards the answer to the map's
 * question: the parts that are worth leaving out first.
 *
 * @returns one of each kind, or none of a kind where nothing pulled that way; none where there is no answer to pull to
 */
export function decidingParts(
  { kind, dims: [rowCount, frameCount], data, ...axis }: EvidenceMap,
  { answer, durationS }: Pick<Analysis, 'answer' | 'durationS'>,
  { input, evidence }: Pick<ModelCard, 'input' | 'evidence'>
): Part[] {
  const sign = signOf(answer, kind)
  if (sign === 0) return []
  const windowS = input.windowLength / input.sampleRate
  const pull = (row: number, frame: number) => sign * data[row * frameCount + frame]!
  const ofRow = Array.from({ length: rowCount }, (_, row) => sumOf(frameCount, (frame) => pull(row, frame)))
  const ofFrame = Array.from({ length: frameCount }, (_, frame) => sumOf(rowCount, (row) => pull(row, frame)))
  const span = strongestSpan(ofFrame, axis, Math.min(windowS, MOST_OF_RECORDING * durationS), durationS)
  const row = ofRow.indexOf(Math.max(...ofRow))
  const band = (ofRow[row] ?? 0) > 0 ? evidence.rowsHz[row] : undefined
  return [...(span ? [span] : []), ...(band ? [{ kind: 'band' as const, ...band }] : [])]
}

/** 1 where the answer is what its logit grows towards, -1 where it is the other, 0 where there is none. */
function signOf({ outcome, murmur }: Answer, kind: EvidenceMap['kind']): number {
  const given = kind === 'evidence-map' ? outcome : (murmur?.outcome ?? 'cannot-tell')
  if (given === 'cannot-tell') return 0
  return given === 'abnormal-like' || given === 'murmur' ? 1 : -1
}

function strongestSpan(
  pulls: readonly number[],
  { firstS, hopS }: Pick<PictureShape, 'firstS' | 'hopS'>,
  lengthS: number,
  durationS: number
): Part | null {
  const length = Math.max(1, Math.round(lengthS / hopS))
  let sum = pulls.slice(0, length).reduce((total, pull) => total + pull, 0)
  let best = { sum, first: 0 }
  for (let first = 1; first + length <= pulls.length; first++) {
    sum += pulls[first + length - 1]! - pulls[first - 1]!
    if (sum > best.sum) best = { sum, first }
  }
  if (!(best.sum > 0)) return null
  const startS = Math.max(0, firstS + (best.first - 0.5) * hopS)
  return { kind: 'span', startS, endS: Math.min(durationS, startS + length * hopS) }
}

function sumOf(count: number, value: (index: number) => number): number {
  let sum = 0
  for (let index = 0; index < count; index++) sum += value(index)
  return sum
}
