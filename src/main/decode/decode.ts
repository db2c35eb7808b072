import type { FileFinding } from '../../core/analysis'
import type { ChannelChoice } from '../../core/choose-channel'
import { assertFileSize, type DecodeLimits } from '../../core/decode/limits'
import { asDamage, type ReadOptions, readStream } from '../../core/decode/read-stream'
import type { Pcg } from '../../core/pcg'
import { assertSampleRate } from '../../core/resample'
import { DEFAULT_LIMITS } from './limits'
import { openAudio } from './open'

export interface DecodeOptions extends ReadOptions {
  /** Hz; the rate that the model's card asks for. */
  targetRate: number
  limits?: Partial<DecodeLimits>
}

/** What a file was before it became a recording. */
export interface AudioSource {
  container: string
  codec: string
  /** Hz */
  sampleRate: number
  channels: number
  durationS: number
  /** Which of its channels was kept; missing where all are the same. */
  channel?: ChannelChoice
}

export interface Decoded {
  /** Mono, at the target rate. */
  pcg: Pcg
  source: AudioSource
  /** Share of the channel's original samples that stand on a clipping rail, 0 to 1. */
  clippedFraction: number
  /** What reading the file showed. */
  findings: FileFinding[]
}

/**
 * Any audio file as a mono recording at `targetRate`.
 *
 * One channel is kept, and resampled while it is decoded. A file that was cut off gives the recording up to there,
 * and a finding that says so. Library
 * decoders can loop on damaged files: call this only in a process that its parent may kill.
 *
 * @throws {RangeError} when `targetRate` is not an integer from 500 to 192,000
 * @throws {AppError} `file-too-large`, `audio-too-long`, `audio-empty`, `audio-damaged`, `audio-no-track`,
 *   `audio-rate-unsupported`, `format-unsupported` (with `values.format`), `format-unknown`; `internal` when a decoder
 *   cannot be loaded; `channel-missing`
 */
export async function decode(bytes: Uint8Array, options: DecodeOptions): Promise<Decoded> {
  const { targetRate } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  assertSampleRate(targetRate)
  assertFileSize(bytes.length, limits)
  try {
    const stream = await openAudio(bytes)
    const { container, codec, sampleRate } = stream
    const { pcg, length, channelCount, channel, ...measured } = await readStream(stream, targetRate, limits, options)
    const source = {
      container,
      codec,
      sampleRate,
      channels: channelCount,
      durationS: length / sampleRate,
      ...(channel && { channel })
    }
    return { pcg, source, clippedFraction: measured.clippedFraction, findings: measured.findings }
  } catch (error) {
    throw asDamage(error)
  }
}
