import { assertDuration, SOUND_LIMITS } from '../../../src/core/decode/limits'
import { isPlainFile } from '../../../src/core/decode/plain-file'
import { unsupported } from '../../../src/core/decode/unsupported'
import { AppError } from '../../../src/core/errors'
import type { AnalyseRequest } from './messages'

/** The browser's own decoders resample to the rate they are asked for: phones' own, far above what is heard. */
const BROWSER_RATE_HZ = 48_000

/**
 * A picked file as the worker takes it: WAV and FLAC byte for byte, for browsers read only some of their rates and
 * depths; whatever else the browser can play as its samples, for its decoders are not to be had in a worker.
 *
 * @throws {AppError} `audio-empty`, `audio-too-long`, `format-unsupported` where this browser cannot read it
 */
export async function readSound(file: File): Promise<AnalyseRequest> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  if (bytes.length === 0) throw new AppError('audio-empty', 'the file is empty')
  if (isPlainFile(bytes)) return { bytes }
  const decoder = new OfflineAudioContext(1, 1, BROWSER_RATE_HZ)
  let sound: AudioBuffer
  try {
    sound = await decoder.decodeAudioData(bytes.buffer)
  } catch {
    throw unsupported(file.type || (file.name.split('.').at(-1) ?? ''))
  }
  assertDuration(sound.duration, SOUND_LIMITS)
  const channels = Array.from({ length: sound.numberOfChannels }, (_, channel) => sound.getChannelData(channel))
  return { sound: { channels, sampleRate: sound.sampleRate } }
}
