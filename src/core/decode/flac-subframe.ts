import { AppError } from '../errors'
import type { BitReader } from './bit-reader'

/**
 * Decodes one channel of a FLAC frame (RFC 9639, 9.2) into `samples`, as integers.
 *
 * Integers are kept in doubles, so that a prediction from 33-bit samples stays exact: 32 terms of 15 by 33 bits stay
 * below 2^53.
 *
 * @param bits of one sample, 4 to 33
 * @throws {AppError} `audio-damaged` on reserved values; RangeError when the bytes end
 */
export function readSubframe(reader: BitReader, samples: Float64Array, bits: number): void {
  if (reader.unsigned(1) !== 0) throw damaged('subframe')
  const type = reader.unsigned(6)
  const wastedBits = reader.unsigned(1) === 1 ? reader.unary() + 1 : 0
  const width = bits - wastedBits
  if (width < 1) throw damaged('wasted bits')
  if (type === 0) samples.fill(reader.signed(width))
  else if (type === 1) readVerbatim(reader, samples, width)
  else if (type >= 8 && type <= 12) readFixed(reader, samples, width, type - 8)
  else if (type >= 32) readLinear(reader, samples, width, type - 31)
  else throw damaged('subframe type')
  if (wastedBits > 0) for (let n = 0; n < samples.length; n++) samples[n] = samples[n]! * 2 ** wastedBits
}

function readVerbatim(reader: BitReader, samples: Float64Array, width: number, length = samples.length): void {
  if (length > samples.length) throw damaged('predictor order')
  for (let n = 0; n < length; n++) samples[n] = reader.signed(width)
}

/** Coefficients of the fixed predictors: the n-th difference is zero (RFC 9639, 9.2.5). */
const FIXED = [[], [1], [2, -1], [3, -3, 1], [4, -6, 4, -1]] as const

function readFixed(reader: BitReader, samples: Float64Array, width: number, order: number): void {
  readVerbatim(reader, samples, width, order)
  readResidual(reader, samples, order)
  predict(samples, Float64Array.from(FIXED[order]!), 0)
}

function readLinear(reader: BitReader, samples: Float64Array, width: number, order: number): void {
  readVerbatim(reader, samples, width, order)
  const precision = reader.unsigned(4) + 1
  const shift = reader.signed(5)
  if (precision === 16 || shift < 0) throw damaged('predictor')
  const coefficients = Float64Array.from({ length: order }, () => reader.signed(precision))
  readResidual(reader, samples, order)
  predict(samples, coefficients, shift)
}

/**
 * Adds to each residual what the samples before it predict.
 *
 * @param coefficients the nearest sample's first
 * @param shift the prediction is divided by 2^shift, rounded down
 */
function predict(samples: Float64Array, coefficients: Float64Array, shift: number): void {
  const order = coefficients.length
  const scale = 2 ** -shift
  for (let n = order; n < samples.length; n++) {
    let sum = 0
    for (let lag = 0; lag < order; lag++) sum += coefficients[lag]! * samples[n - 1 - lag]!
    samples[n] = samples[n]! + Math.floor(sum * scale)
  }
}

/** RFC 9639, 9.2.7: partitions of Rice codes, each with its own parameter, or of plain numbers. */
function readResidual(reader: BitReader, samples: Float64Array, order: number): void {
  const method = reader.unsigned(2)
  if (method > 1) throw damaged('residual coding')
  const parameterBits = method === 0 ? 4 : 5
  const partitionCount = 2 ** reader.unsigned(4)
  const partitionLength = samples.length / partitionCount
  if (!Number.isInteger(partitionLength) || partitionLength < order) throw damaged('partition')
  for (let partition = 0; partition < partitionCount; partition++) {
    const start = partition === 0 ? order : partition * partitionLength
    const end = (partition + 1) * partitionLength
    const parameter = reader.unsigned(parameterBits)
    if (parameter < 2 ** parameterBits - 1) reader.rice(parameter, samples, start, end)
    else readPlain(reader, samples, start, end)
  }
}

function readPlain(reader: BitReader, samples: Float64Array, start: number, end: number): void {
  const width = reader.unsigned(5)
  for (let n = start; n < end; n++) samples[n] = width === 0 ? 0 : reader.signed(width)
}

function damaged(what: string): AppError {
  return new AppError('audio-damaged', `FLAC: bad ${what}`)
}
