import { ascii, id3Length, startsWith } from '../../core/decode/bytes'
import { isPlainFile } from '../../core/decode/plain-file'
import { unsupported } from '../../core/decode/unsupported'
import { AppError } from '../../core/errors'
import { nameForeignFormat } from './foreign-formats'
import { hasMpegAudioFurtherOn, looksLikeAdts, looksLikeMpegAudio } from './frame-headers'

/** The wrappings that we open. */
export type Container = 'plain' | 'ogg' | 'matroska' | 'mp4' | 'mp3' | 'adts'

/**
 * Tells by its first bytes what a file is; names lie (phones write AAC into files called .wav).
 *
 * @throws {AppError} `audio-empty` for no bytes, `format-unsupported` naming a format that we know but do not decode,
 *   `format-unknown` for text and all else
 */
export function sniff(bytes: Uint8Array): Container {
  if (bytes.length === 0) throw new AppError('audio-empty', 'the file is empty')
  const container = containerOf(bytes)
  if (container) return container
  const format = nameForeignFormat(bytes)
  if (format) throw unsupported(format)
  if (hasMpegAudioFurtherOn(bytes)) return 'mp3'
  throw new AppError('format-unknown', 'no known audio format')
}

function containerOf(bytes: Uint8Array): Container | undefined {
  if (isPlainFile(bytes)) return 'plain'
  if (ascii(bytes, 0, 4) === 'OggS') return 'ogg'
  if (startsWith(bytes, [0x1a, 0x45, 0xdf, 0xa3])) return 'matroska'
  if (MP4_BOXES.has(ascii(bytes, 4, 4))) return 'mp4'
  const start = id3Length(bytes)
  if (looksLikeAdts(bytes, start)) return 'adts'
  if (looksLikeMpegAudio(bytes, start)) return 'mp3'
  return undefined
}

/** Boxes that an MP4 or QuickTime file may begin with (ISO/IEC 14496-12; Apple QuickTime File Format). */
const MP4_BOXES: ReadonlySet<string> = new Set(['ftyp', 'styp', 'moov', 'moof', 'mdat', 'free', 'skip', 'wide', 'pnot'])
