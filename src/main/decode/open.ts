import { AppError } from '../../core/errors'
import type { AudioStream } from './audio-stream'
import { sniff } from './sniff'

/**
 * Opens a file's sound at its own rate, whatever the file is called.
 *
 * Each family of decoders is loaded when first needed, so that a WAV file costs no more than its own reader.
 *
 * @throws {AppError} as {@link sniff} and the families do: no sound track, another coding, damage
 */
export async function openAudio(bytes: Uint8Array): Promise<AudioStream> {
  const container = sniff(bytes)
  switch (container) {
    case 'wav':
      return (await import('./wav')).openWav(bytes)
    case 'flac':
      return (await import('./flac')).openFlac(bytes)
    default:
      throw new AppError('format-unsupported', container, { values: { format: container } })
  }
}
