import type { AudioStream } from '../../core/decode/audio-stream'
import { ascii } from '../../core/decode/bytes'
import { openFlac } from '../../core/decode/flac'
import { unsupported } from '../../core/decode/unsupported'
import { openWav } from '../../core/decode/wav'
import { AppError } from '../../core/errors'
import { wholeAdtsFrames } from './frame-headers'
import { loaded } from './load'
import { sniff } from './sniff'

/**
 * Opens a file's sound at its own rate, whatever the file is called.
 *
 * Each family of decoders that needs a library is loaded when first needed.
 *
 * @throws {AppError} as {@link sniff} and the families do: no sound track, another coding, damage
 */
export async function openAudio(bytes: Uint8Array): Promise<AudioStream> {
  const container = sniff(bytes)
  if (container === 'wav') return openWav(bytes)
  if (container === 'flac') return openFlac(bytes)
  if (container === 'ogg') return openOgg(bytes)
  // mediabunny gives up a whole file for a last frame that was cut off
  const whole = container === 'adts' ? wholeAdtsFrames(bytes) : bytes
  return (await loaded(import('./boxed'))).openBoxed(container, whole)
}

/** Sound that Ogg carries and we do not decode, by the mark its first packet begins with. */
const UNSUPPORTED_IN_OGG: Readonly<Record<string, string>> = {
  'Speex   ': 'Speex',
  'CELT    ': 'CELT',
  '\x00\x00\x00\x00MIDI': 'MIDI'
}

async function openOgg(bytes: Uint8Array): Promise<AudioStream> {
  const { oggFirstPackets, wholePages } = await loaded(import('./ogg'))
  const streams = [...oggFirstPackets(bytes)].map(([serial, first]) => ({ serial, first, mark: ascii(first, 0, 8) }))
  if (streams.length === 0) throw new AppError('audio-damaged', 'Ogg: cut off in the first page')
  if (streams.some(({ mark }) => mark === 'OpusHead' || mark.startsWith('\x01vorbis'))) {
    // and likewise for a last page
    return (await loaded(import('./boxed'))).openBoxed('ogg', wholePages(bytes))
  }
  const flac = streams.find(({ mark }) => mark.startsWith('\x7fFLAC'))
  if (flac) return (await loaded(import('./ogg-flac'))).openOggFlac(bytes, flac.serial, flac.first)
  const name = streams.map(({ mark }) => UNSUPPORTED_IN_OGG[mark]).find((known) => known !== undefined)
  if (name) throw unsupported(name)
  throw new AppError('audio-no-track', 'Ogg: no stream that sounds')
}
