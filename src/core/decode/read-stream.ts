import type { FileFinding } from '../analysis'
import { AppError } from '../errors'
import { isSampleRate } from '../resample'
import type { AudioStream } from './audio-stream'
import { assertDuration, type SoundLimits } from './limits'
import { OneChannel, type OneChannelRecording } from './one-channel'
import { unsupported } from './unsupported'

export type ReadRecording = OneChannelRecording & {
  /** What reading the file showed. */
  findings: FileFinding[]
}

export interface ReadOptions {
  /** The channel to keep, from 0; unless given, the one with a heart in it. */
  channel?: number | undefined
  /** Called now and then with the share done, 0 to 1. */
  onProgress?: ((fraction: number) => void) | undefined
}

/**
 * A whole stream as one mono recording at `targetRate`, resampled while it is decoded.
 *
 * @throws {AppError} `audio-too-long`, `audio-empty`, `audio-damaged`, `audio-rate-unsupported`, `format-unsupported`,
 *   `channel-missing`
 */
export async function readStream(
  stream: AudioStream,
  targetRate: number,
  limits: SoundLimits,
  { channel, onProgress }: ReadOptions = {}
): Promise<ReadRecording> {
  assertPlausible(stream, limits)
  const kept = new OneChannel(stream.sampleRate, targetRate, limits, channel)
  for await (const { channels, progress } of stream.blocks()) {
    kept.push(channels)
    onProgress?.(progress)
  }
  const recording = kept.finish()
  return { ...recording, findings: fileFindings(recording, stream) }
}

/** Less than this is a glitch of one program that nobody hears. */
const LEAST_MUTED_S = 0.01

function fileFindings({ length, mutedS }: OneChannelRecording, { faults, sampleRate }: AudioStream): FileFinding[] {
  const durationS = length / sampleRate
  const findings: FileFinding[] = [...new Set(faults?.())].map((code) => ({ code, durationS }))
  return mutedS < LEAST_MUTED_S ? findings : [...findings, { code: 'muted', durationS: mutedS }]
}

function assertPlausible({ sampleRate, channelCount, claimedLength }: AudioStream, limits: SoundLimits): void {
  if (!isSampleRate(sampleRate)) {
    throw new AppError('audio-rate-unsupported', `${sampleRate} Hz`, { values: { sampleRate } })
  }
  if (channelCount < 1) throw new AppError('audio-damaged', 'no channels')
  if (channelCount > limits.maxChannels) throw unsupported(`${channelCount}-channel audio`)
  if (claimedLength !== undefined) assertDuration(claimedLength / sampleRate, limits)
}

/** What a decoder throws about a file's bytes is damage to the file. */
export function asDamage(error: unknown): AppError {
  if (error instanceof AppError) return error
  return new AppError('audio-damaged', error instanceof Error ? error.message : String(error), { cause: error })
}
