import type { TakeEnd } from '../../../src/contracts/recording'
import workletUrl from './capture-worklet?worker&url'
import type { RunningTake, TakeEvents } from './captured'
import { recordEncoded } from './encoded-recorder'
import { watchForEnd } from './endings'
import { type Microphone, MicrophoneError, openMicrophone } from './microphone'

/**
 * Asks for the microphone and records until it is stopped, time is up, or something from outside ends it.
 *
 * To be called inside a tap: browsers start sound and ask for permission only there. Each take has a stream and an
 * audio graph of its own, for a reused one has given wrong sound on iOS.
 *
 * @throws {MicrophoneError} when there is no microphone to be had
 */
export async function startTake(maxS: number, events: TakeEvents): Promise<RunningTake> {
  const microphone = await openMicrophone()
  const context = await openContext(microphone)
  try {
    await context.audioWorklet.addModule(workletUrl)
  } catch {
    return recordEncoded(microphone, context, maxS, events)
  }
  return recordSamples(microphone, context, maxS, events)
}

/** After the microphone, not before: on iOS the device's rate changes when it starts to record. */
async function openContext({ sampleRate, stream }: Microphone): Promise<AudioContext> {
  let context = new AudioContext({ latencyHint: 'playback' })
  try {
    context.createMediaStreamSource(stream)
  } catch {
    // Firefox connects no stream to a graph of another rate.
    await context.close()
    context = new AudioContext(sampleRate === null ? {} : { sampleRate })
  }
  // A page that records may always play; `resume` is refused only while a call holds the sound.
  await Promise.race([context.resume(), new Promise((resolve) => setTimeout(resolve, 1500))])
  if (context.state === 'running') return context
  for (const track of stream.getTracks()) track.stop()
  await context.close()
  throw new MicrophoneError('in-use', null)
}

function recordSamples(microphone: Microphone, context: AudioContext, maxS: number, events: TakeEvents): RunningTake {
  const { sampleRate } = context
  const source = context.createMediaStreamSource(microphone.stream)
  const node = new AudioWorkletNode(context, 'capture', {
    numberOfOutputs: 0,
    channelCount: 1,
    channelCountMode: 'explicit'
  })
  const pieces: Float32Array[] = []
  const wanted = Math.round(maxS * sampleRate)
  let length = 0
  let isOver = false
  const finish = (ended: TakeEnd) => {
    if (isOver) return
    isOver = true
    watch.stop()
    node.port.onmessage = null
    for (const track of microphone.stream.getTracks()) track.stop()
    context.close().catch(() => {})
    const { label, processing } = microphone
    const samples = joined(pieces, Math.min(length, wanted))
    events.onEnd({
      pcg: { samples: ended === 'muted' || ended === 'interrupted' ? withoutEndSilence(samples) : samples, sampleRate },
      way: 'worklet',
      encoded: null,
      ended,
      microphone: label,
      processing
    })
  }
  const watch = watchForEnd(microphone.track, { context }, finish)
  node.port.onmessage = ({ data }: MessageEvent<{ samples: Float32Array }>) => {
    watch.heard(data.samples.length / sampleRate)
    pieces.push(data.samples)
    length += data.samples.length
    events.onSamples(data.samples)
    if (length >= wanted) finish('time')
  }
  source.connect(node)
  events.onStart({ microphone, sampleRate, way: 'worklet' })
  return { stop: () => finish('person') }
}

function joined(pieces: readonly Float32Array[], length: number): Float32Array {
  const all = new Float32Array(length)
  let at = 0
  for (const piece of pieces) {
    all.set(piece.subarray(0, length - at), at)
    at += Math.min(piece.length, length - at)
  }
  return all
}

/** What a muted microphone adds is no sound. */
function withoutEndSilence(samples: Float32Array): Float32Array {
  let length = samples.length
  while (length > 0 && samples[length - 1] === 0) length--
  return samples.slice(0, length)
}
