/**
 * What a name says of a file. It only sorts dialogs and folders: what a file really is, its bytes tell, and a file that
 * a person names is always tried.
 */

/** Endings that people keep heart sounds under, the usual ones first; offered by every file dialog. */
export const SOUND_ENDINGS = [
  'wav',
  'flac',
  'mp3',
  'm4a',
  'aac',
  'mp4',
  'mov',
  'ogg',
  'oga',
  'opus',
  'webm',
  'mka',
  'aif',
  'aiff',
  'aifc',
  'caf'
] as const

/** For the `accept` of a page's file input: any sound, and the films that phones make when they are asked for sound. */
export const ACCEPTED_FILES = [
  'audio/*',
  'video/mp4',
  'video/quicktime',
  'video/webm',
  ...SOUND_ENDINGS.map((ending) => `.${ending}`)
].join(',')

const OTHER_ENDINGS = new Set(
  'csv tsv txt md json xml html htm css js py m hea dat mat pdf doc docx xls xlsx png jpg jpeg gif svg zip gz tar 7z sha256 md5'.split(
    ' '
  )
)

/**
 * What becomes of a file that is found in a folder: tried, left out and counted, or passed over without a word.
 *
 * `hidden` holds for folders too, whose files are then not looked at.
 */
export function sortFound(name: string): 'sound' | 'other' | 'hidden' {
  if (/^(\.|Thumbs\.db$|desktop\.ini$)/i.test(name)) return 'hidden'
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase()
  return ending !== undefined && OTHER_ENDINGS.has(ending) ? 'other' : 'sound'
}
