import type { TakeEnd } from '../../../src/contracts/recording'
import type { RunningTake, TakeEvents } from './captured'
import { watchForEnd } from './endings'
import type { Microphone } from './microphone'

/** How often the level is read while the samples themselves are out of reach. */
const LOOK_MS = 50

/**
 * The way for browsers without an AudioWorklet: their own encoder makes a file, and is said to have.
 *
 * Live level and beat come from an analyser node beside it; the verdict from the file, decoded again.
 */
export function recordEncoded(
  microphone: Microphone,
  context: AudioContext,
  maxS: number,
  events: TakeEvents
): RunningTake {
  const { stream, label, processing } = microphone
  const recorder = new MediaRecorder(stream)
  const analyser = new AnalyserNode(context, { fftSize: 8192 })
  context.createMediaStreamSource(stream).connect(analyser)
  const parts: Blob[] = []
  let ended: TakeEnd = 'time'
  let seenAt = context.currentTime
  const look = setInterval(() => {
    const now = context.currentTime
    watch.heard(now - seenAt)
    const fresh = Math.min(analyser.fftSize, Math.round((now - seenAt) * context.sampleRate))
    seenAt = now
    if (fresh === 0) return
    const samples = new Float32Array(analyser.fftSize)
    analyser.getFloatTimeDomainData(samples)
    events.onSamples(samples.slice(samples.length - fresh))
  }, LOOK_MS)
  const stop = (reason: TakeEnd) => {
    ended = reason
    if (recorder.state !== 'inactive') recorder.stop()
  }
  const watch = watchForEnd(microphone.track, { context }, stop)
  const timer = setTimeout(() => stop('time'), maxS * 1000)
  recorder.ondataavailable = ({ data }) => parts.push(data)
  recorder.onstop = async () => {
    watch.stop()
    clearInterval(look)
    clearTimeout(timer)
    for (const track of stream.getTracks()) track.stop()
    const type = recorder.mimeType
    const bytes = await new Blob(parts, { type }).arrayBuffer()
    const pcg = await decoded(context, bytes)
    await context.close().catch(() => {})
    events.onEnd({ pcg, way: 'recorder', encoded: { bytes, type }, ended, microphone: label, processing })
  }
  recorder.start(1000)
  events.onStart({ microphone, sampleRate: context.sampleRate, way: 'recorder' })
  return { stop: () => stop('person') }
}

/** The file as sound again; empty where the browser cannot read what it wrote. */
async function decoded(
  context: AudioContext,
  bytes: ArrayBuffer
): Promise<{ samples: Float32Array; sampleRate: number }> {
  try {
    // A copy: decoding takes the buffer away.
    const buffer = await context.decodeAudioData(bytes.slice(0))
    return { samples: buffer.getChannelData(0), sampleRate: buffer.sampleRate }
  } catch {
    return { samples: new Float32Array(0), sampleRate: context.sampleRate }
  }
}
