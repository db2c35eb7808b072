import { isAiff, openAiff } from './aiff'
import type { AudioStream } from './audio-stream'
import { isCaf, openCaf } from './caf'
import { isFlac, openFlac } from './flac'
import { SOUND_LIMITS } from './limits'
import { asDamage, type ReadRecording, readStream } from './read-stream'
import { openWav } from './wav'
import { isWav } from './wav-chunks'

/** Whether a file is of a kind that needs no library, told by its first bytes: WAV, FLAC, AIFF or CAF. */
export function isPlainFile(bytes: Uint8Array): boolean {
  return isWav(bytes) || isFlac(bytes) || isAiff(bytes) || isCaf(bytes)
}

/**
 * A WAV, FLAC, AIFF or CAF file, of any rate and depth, as a mono recording; browsers read only some of them.
 *
 * @throws {AppError} as the readers and {@link readStream} do
 */
export async function readPlainFile(bytes: Uint8Array, targetRate: number): Promise<ReadRecording> {
  try {
    return await readStream(openPlainFile(bytes), targetRate, SOUND_LIMITS)
  } catch (error) {
    throw asDamage(error)
  }
}

/** Opens such a file. @throws {AppError} as the readers do */
export function openPlainFile(bytes: Uint8Array): AudioStream {
  if (isAiff(bytes)) return openAiff(bytes)
  if (isCaf(bytes)) return openCaf(bytes)
  return isWav(bytes) ? openWav(bytes) : openFlac(bytes)
}
