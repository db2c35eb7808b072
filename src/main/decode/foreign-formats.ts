import { ascii, startsWith } from '../../core/decode/bytes'
import { isMpegLayerTwo } from './frame-headers'

/** Formats that people may well drop on us, by the bytes they begin with, and what to call them. */
const MARKS: readonly { at?: number; mark: string | readonly number[]; name: string }[] = [
  { mark: [0x30, 0x26, 0xb2, 0x75, 0x8e, 0x66, 0xcf, 0x11], name: 'Windows Media Audio (WMA)' },
  { mark: '#!AMR', name: 'AMR' },
  { mark: 'MThd', name: 'MIDI' },
  { mark: '.snd', name: 'Sun AU' },
  { mark: 'wvpk', name: 'WavPack' },
  { mark: 'MAC ', name: "Monkey's Audio (APE)" },
  { mark: 'TTA1', name: 'True Audio (TTA)' },
  { mark: 'MPCK', name: 'Musepack' },
  { mark: 'MP+', name: 'Musepack' },
  { mark: 'DSD ', name: 'DSD audio (DSF)' },
  { mark: 'FRM8', name: 'DSD audio (DFF)' },
  { mark: 'riff', name: 'Sony Wave64 (W64)' },
  { mark: '.RMF', name: 'RealMedia' },
  { mark: 'FLV\x01', name: 'Flash Video (FLV)' },
  { mark: [0x0b, 0x77], name: 'Dolby Digital (AC-3)' },
  { mark: [0x7f, 0xfe, 0x80, 0x01], name: 'DTS' },
  { mark: [0x00, 0x00, 0x01, 0xba], name: 'MPEG program stream' },
  { mark: [0x89, 0x50, 0x4e, 0x47], name: 'PNG picture' },
  { mark: [0xff, 0xd8, 0xff], name: 'JPEG picture' },
  { mark: 'GIF8', name: 'GIF picture' },
  { mark: '%PDF', name: 'PDF document' },
  { mark: [0x50, 0x4b, 0x03, 0x04], name: 'ZIP archive' },
  { mark: [0x1f, 0x8b], name: 'gzip archive' },
  { mark: 'Rar!', name: 'RAR archive' },
  { mark: [0x37, 0x7a, 0xbc, 0xaf], name: '7-Zip archive' },
  { mark: 'DICM', at: 128, name: 'DICOM file' },
  { mark: 'SQLite format 3', name: 'SQLite database' },
  { mark: 'MATLAB ', name: 'MATLAB file' }
]

/** IFF and RIFF files by the type at byte 8. */
const CHUNKED: Readonly<Record<string, string>> = {
  'FORM 8SVX': 'Amiga 8SVX',
  'RIFF AVI ': 'AVI video',
  'RIFF WEBP': 'WebP picture',
  'RIFF RMID': 'MIDI'
}

/** @returns what people call a format that we know and do not decode; undefined for text and all else */
export function nameForeignFormat(bytes: Uint8Array): string | undefined {
  const chunked = CHUNKED[`${ascii(bytes, 0, 4)} ${ascii(bytes, 8, 4)}`]
  if (chunked) return chunked
  const known = MARKS.find(({ mark, at = 0 }) =>
    typeof mark === 'string' ? ascii(bytes, at, mark.length) === mark : startsWith(bytes, mark, at)
  )
  if (known) return known.name
  if (isTransportStream(bytes)) return 'MPEG transport stream'
  return isMpegLayerTwo(bytes) ? 'MPEG audio layer II (MP2)' : undefined
}

/** A mark every 188 bytes (ISO/IEC 13818-1), or every 192 with a time stamp before each (Blu-ray, AVCHD). */
function isTransportStream(bytes: Uint8Array): boolean {
  return [
    [0, 188],
    [4, 192]
  ].some(([start, step]) => [0, 1, 2].every((n) => bytes[start! + n * step!] === 0x47))
}
