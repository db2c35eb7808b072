import { analyse, type Model } from '../../../src/core/analyse'
import { clippedFractionOf } from '../../../src/core/clipping'
import type { AudioStream } from '../../../src/core/decode/audio-stream'
import { SOUND_LIMITS } from '../../../src/core/decode/limits'
import { readPlainFile } from '../../../src/core/decode/plain-file'
import { type ReadRecording, readStream } from '../../../src/core/decode/read-stream'
import { toErrorReply } from '../../../src/core/errors'
import { resample } from '../../../src/core/resample'
import { tensor } from '../../../src/core/tensor'
import type { AnalyseReply, AnalyseRequest, DecodedSound } from './messages'
import { loadNetwork } from './network'

/*
 * Runs beside the page, which stays usable while 14 MB of runtime are loaded and the network works.
 */
let loading: Promise<Model> | undefined

function reply(message: AnalyseReply): void {
  postMessage(message)
}

/** Loaded once; a failed try is forgotten. The first run of a graph plans its memory, so one is made for nothing. */
function ready(): Promise<Model> {
  loading ??= (async () => {
    reply({ kind: 'step', step: 'loading' })
    const model = await loadNetwork()
    reply({ kind: 'step', step: 'warming' })
    const { windowLength } = model.card.input
    await model.predict(tensor([1, windowLength], new Float32Array(windowLength)))
    return model
  })().catch((error: unknown) => {
    loading = undefined
    throw error
  })
  return loading
}

type Heard = Pick<ReadRecording, 'pcg' | 'clippedFraction' | 'findings'>

/** Mono at the network's rate, with what only the original samples can tell. */
async function heardFrom(request: AnalyseRequest, sampleRate: number): Promise<Heard> {
  if ('bytes' in request) return readPlainFile(request.bytes, sampleRate)
  if ('sound' in request) return readStream(streamOf(request.sound), sampleRate, SOUND_LIMITS)
  const { pcg } = request
  return { pcg: resample(pcg, sampleRate), clippedFraction: clippedFractionOf(pcg.samples), findings: [] }
}

/** Samples that are resampled at a time: the whole at once would stand in memory three times. */
const BLOCK_LENGTH = 65_536

function streamOf({ channels, sampleRate }: DecodedSound): AudioStream {
  const length = channels[0]?.length ?? 0
  return {
    container: '',
    codec: '',
    sampleRate,
    channelCount: channels.length,
    *blocks() {
      for (let start = 0; start < length; start += BLOCK_LENGTH) {
        const end = Math.min(start + BLOCK_LENGTH, length)
        yield { channels: channels.map((samples) => samples.subarray(start, end)), progress: end / length }
      }
    }
  }
}

addEventListener('message', async ({ data }: MessageEvent<AnalyseRequest>) => {
  try {
    const model = await ready()
    reply({ kind: 'step', step: 'working' })
    const startedAt = performance.now()
    const { pcg, clippedFraction, findings } = await heardFrom(data, model.card.input.sampleRate)
    const { analysis } = await analyse(pcg, model, { clippedFraction, fileFindings: findings })
    reply({ kind: 'done', analysis, ms: performance.now() - startedAt })
  } catch (error) {
    reply({ kind: 'failed', error: toErrorReply(error) })
  }
})
