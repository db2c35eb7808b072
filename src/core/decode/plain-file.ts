import type { AudioStream } from './audio-stream'
import { isFlac, openFlac } from './flac'
import { SOUND_LIMITS } from './limits'
import { asDamage, type ReadRecording, readStream } from './read-stream'
import { openWav } from './wav'
import { isWav } from './wav-chunks'

/** Whether a file is of the two kinds that need no library: WAV and FLAC, told by their first bytes. */
export function isPlainFile(bytes: Uint8Array): boolean {
  return isWav(bytes) || isFlac(bytes)
}

/**
 * A WAV or FLAC file, of any rate and depth, as a mono recording; browsers read only some of them.
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

function openPlainFile(bytes: Uint8Array): AudioStream {
  return isWav(bytes) ? openWav(bytes) : openFlac(bytes)
}
