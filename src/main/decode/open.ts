import type { AudioStream } from '../../core/decode/audio-stream'
import { ascii } from '../../core/decode/bytes'
import { joinStreams } from '../../core/decode/join-streams'
import { openPlainFile } from '../../core/decode/plain-file'
import { unsupported } from '../../core/decode/unsupported'
import { AppError } from '../../core/errors'
import type { FileLayout } from './file-layout'
import { adtsLayout, mp3Layout } from './frame-walk'
import { loaded } from './load'
import { matroskaLayout } from './matroska-elements'
import { mp4Layout } from './mp4-boxes'
import { oggFirstPackets, oggLayout } from './ogg'
import { type Container, sniff } from './sniff'

/** Containers that are taken apart before they are opened; the readers of the others do it themselves. */
type LaidOut = Exclude<Container, 'plain'>

const LAYOUTS: Readonly<Record<LaidOut, (bytes: Uint8Array) => FileLayout>> = {
  ogg: oggLayout,
  matroska: matroskaLayout,
  mp4: mp4Layout,
  mp3: mp3Layout,
  adts: adtsLayout
}

/**
 * Opens a file's sound at its own rate, whatever the file is called, and that of the files that were joined to it.
 *
 * Each family of decoders that needs a library is loaded when first needed.
 *
 * @throws {AppError} as {@link sniff} and the families do: no sound track, another coding, damage
 */
export async function openAudio(bytes: Uint8Array): Promise<AudioStream> {
  const container = sniff(bytes)
  if (container === 'plain') return openPlainFile(bytes)
  const { parts, areMore, isCutShort } = LAYOUTS[container](bytes)
  const streams = [await openPart(container, parts[0]!)]
  let isMoreLeftOut = areMore
  for (const part of parts.slice(1)) {
    const stream = await openPart(container, part).catch(() => undefined)
    if (stream) streams.push(stream)
    // one that was cut off before its sound began is no recording
    else isMoreLeftOut ||= !isCutShort || part !== parts.at(-1)
  }
  const joined = joinStreams(streams, isMoreLeftOut)
  return isCutShort ? { ...joined, faults: () => ['cut-short', ...(joined.faults?.() ?? [])] } : joined
}

async function openPart(container: LaidOut, part: Uint8Array): Promise<AudioStream> {
  if (container === 'ogg') return openOgg(part)
  return (await loaded(import('./boxed'))).openBoxed(container, part)
}

/** Sound that Ogg carries and we do not decode, by the mark its first packet begins with. */
const UNSUPPORTED_IN_OGG: Readonly<Record<string, string>> = {
  'Speex   ': 'Speex',
  'CELT    ': 'CELT',
  '\x00\x00\x00\x00MIDI': 'MIDI'
}

async function openOgg(bytes: Uint8Array): Promise<AudioStream> {
  const streams = [...oggFirstPackets(bytes)].map(([serial, first]) => ({ serial, first, mark: ascii(first, 0, 8) }))
  if (streams.length === 0) throw new AppError('audio-damaged', 'Ogg: cut off in the first page')
  if (streams.some(({ mark }) => mark === 'OpusHead' || mark.startsWith('\x01vorbis'))) {
    return (await loaded(import('./boxed'))).openBoxed('ogg', bytes)
  }
  const flac = streams.find(({ mark }) => mark.startsWith('\x7fFLAC'))
  if (flac) return (await loaded(import('./ogg-flac'))).openOggFlac(bytes, flac.serial, flac.first)
  const name = streams.map(({ mark }) => UNSUPPORTED_IN_OGG[mark]).find((known) => known !== undefined)
  if (name) throw unsupported(name)
  throw new AppError('audio-no-track', 'Ogg: no stream that sounds')
}
