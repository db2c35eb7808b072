import type { FileFinding } from '../analysis'
import { AppError } from '../errors'
import { isSampleRate } from '../resample'
import type { AudioStream } from './audio-stream'
import { assertDuration, type SoundLimits } from './limits'
import { Mixdown, type MixedRecording } from './mixdown'
import { unsupported } from './unsupported'

export type ReadRecording = MixedRecording & {
  /** What reading the file showed. */
  findings: FileFinding[]
}

/**
 * A whole stream as one mono recording at `targetRate`, mixed and resampled while it is decoded.
 *
 * @param onProgress called now and then with the share done, 0 to 1
 * @throws {AppError} `audio-too-long`, `audio-empty`, `audio-damaged`, `audio-rate-unsupported`, `format-unsupported`
 */
export async function mixStream(
  stream: AudioStream,
  targetRate: number,
  limits: SoundLimits,
  onProgress?: (fraction: number) => void
): Promise<ReadRecording> {
  assertPlausible(stream, limits)
  const mixdown = new Mixdown(stream.sampleRate, targetRate, limits)
  for await (const { channels, progress } of stream.blocks()) {
    mixdown.push(channels)
    onProgress?.(progress)
  }
  const recording = mixdown.finish()
  return { ...recording, findings: fileFindings(recording, stream) }
}

/** Less than this is a glitch of one program that nobody hears. */
const LEAST_MUTED_S = 0.01

function fileFindings({ length, mutedS }: MixedRecording, { faults, sampleRate }: AudioStream): FileFinding[] {
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
