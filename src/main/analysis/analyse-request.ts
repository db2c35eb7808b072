import { createHash } from 'node:crypto'
import { open } from 'node:fs/promises'
import { analyse, type Model, type Outputs } from '../../core/analyse'
import type { FileFinding, Progress } from '../../core/analysis'
import { AppError } from '../../core/errors'
import { leavePartOut, type Part } from '../../core/leave-out'
import { durationOf, type Pcg } from '../../core/pcg'
import { markedBeatsOf } from '../../core/picture'
import { RECORDING_LIMITS } from '../../core/recording-limits'
import { resample } from '../../core/resample'
import { signalToNoiseOf } from '../../core/signal-to-noise'
import type { Tensor } from '../../core/tensor'
import { encodeWav } from '../../core/wav'
import { type AudioSource, decode } from '../decode/decode'
import { openingError } from '../file-bytes'
import { MAX_MEMORY_BYTES } from './memory'
import type { AnalysisReply, AnalysisRequest } from './messages'
import { loadModel } from './ort-model'
import type { Remote } from './rpc'

/** Browsers play nothing slower; such recordings get a copy at this rate. */
const LOWEST_PLAYABLE_RATE = 8000

/** What every browser plays in a WAV file: 64-bit floats, say, only some do. */
const PLAYABLE_IN_WAV = new Set(['8-bit PCM', '16-bit PCM', '24-bit PCM', '32-bit float PCM', 'mu-law', 'A-law'])

/** Does what is requested with one model, loaded at the first request and kept. */
export function createAnalysis(): Remote<AnalysisRequest, AnalysisReply, Progress> {
  let loading: { folder: string; model: Promise<Model> } | null = null
  const modelIn = (folder: string): Promise<Model> => {
    if (loading?.folder !== folder) {
      const model = loadModel(folder)
      loading = { folder, model }
      // A model that could not be loaded may be mended while we run: the next request tries again.
      model.catch(() => {
        loading = null
      })
    }
    return loading.model
  }
  return async ({ input, models, operatingPoint, tuning, channel, leaveOut, wantsPictures }, tell) => {
    const begun = performance.now()
    tell({ step: 'reading', fraction: 0 })
    const bytes = 'bytes' in input ? input.bytes : await readFileUpTo(input.path, RECORDING_LIMITS.mostBytes)
    const { card, predict } = await modelIn(models)

    const decodeBegun = performance.now()
    tell({ step: 'decoding', fraction: 0 })
    const {
      pcg: whole,
      source,
      clippedFraction,
      findings
    } = await decode(bytes, {
      targetRate: card.input.sampleRate,
      channel,
      onProgress: (fraction) => {
        refuseTooMuchMemory()
        tell({ step: 'decoding', fraction })
      }
    })
    const decodeMs = performance.now() - decodeBegun

    const pcg = leaveOut ? leaveChosenPartOut(whole, leaveOut) : whole
    let modelMs = 0
    const timed = async (batch: Tensor): Promise<Outputs> => {
      const runBegun = performance.now()
      const outputs = await predict(batch)
      modelMs += performance.now() - runBegun
      return outputs
    }
    const { analysis, pictures } = await analyse(
      pcg,
      { card, predict: timed },
      {
        clippedFraction,
        fileFindings: findings,
        onProgress: tell,
        ...(operatingPoint && { operatingPoint }),
        ...(tuning && { tuning })
      }
    )
    const needsCopy = leaveOut !== undefined || (wantsPictures && !isPlayedAsHeard(source, findings))
    return {
      analysis,
      format: { ...source, durationS: durationOf(pcg) },
      signalToNoiseDb: signalToNoiseOf(pcg),
      sha256: createHash('sha256').update(bytes).digest('hex'),
      bytes: bytes.length,
      beats: markedBeatsOf(pictures.beats),
      pictures: wantsPictures ? pictures : null,
      playable: needsCopy ? playableCopy(pcg) : null,
      timingsMs: { decode: decodeMs, model: modelMs, total: performance.now() - begun }
    }
  }
}

/** The part came from a person's drag over the picture: one that is empty or outside is a wrong request, not a fault. */
function leaveChosenPartOut(pcg: Pcg, part: Part): Pcg {
  try {
    return leavePartOut(pcg, part)
  } catch (cause) {
    throw new AppError('invalid-request', (cause as Error).message, { cause })
  }
}

/** Whether any browser plays the file itself, and plays what was analysed: where something was mended they differ. */
function isPlayedAsHeard(
  { sampleRate, container, codec, channel }: AudioSource,
  findings: readonly FileFinding[]
): boolean {
  if (sampleRate < LOWEST_PLAYABLE_RATE || channel || findings.length > 0) return false
  if (container === 'AIFF' || container === 'CAF') return false
  return container !== 'WAV' || PLAYABLE_IN_WAV.has(codec)
}

function playableCopy(pcg: Pcg): Uint8Array {
  return encodeWav(resample(pcg, LOWEST_PLAYABLE_RATE), { bitDepth: 16 })
}

/** The size is asked before the bytes are read: a film must not fill the memory only to be refused. */
async function readFileUpTo(path: string, maxBytes: number): Promise<Uint8Array> {
  const file = await open(path).catch((cause: unknown) => {
    throw openingError(path, cause)
  })
  try {
    const entry = await file.stat()
    // a device would be read for ever
    if (!entry.isFile()) throw new AppError('file-unreadable', `${path} is no file`, { values: { path } })
    if (entry.size > maxBytes) {
      throw new AppError('file-too-large', `${entry.size} bytes`, { values: { bytes: entry.size, maxBytes } })
    }
    return await file.readFile().catch((cause: unknown) => {
      throw new AppError('file-unreadable', `cannot read ${path}`, { cause, values: { path } })
    })
  } finally {
    await file.close()
  }
}

function refuseTooMuchMemory(): void {
  const { rss } = process.memoryUsage()
  if (rss > MAX_MEMORY_BYTES) throw new AppError('decode-memory', `${rss} bytes of memory in use`)
}
