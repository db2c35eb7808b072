import { ADTS, type InputFormat, MATROSKA, MP3, MP4, OGG, QTFF, WEBM } from 'mediabunny'
import type { AudioStream } from '../../core/decode/audio-stream'
import { isPcmFormat } from '../../core/decode/pcm'
import { unsupported } from '../../core/decode/unsupported'
import { plainText } from '../../core/plain-text'
import { loaded } from './load'
import { openTrack, type PacketTrack } from './packets'
import type { Container } from './sniff'

/** Containers that mediabunny takes apart. */
export type BoxedContainer = Exclude<Container, 'plain'>

const FORMATS: Readonly<Record<BoxedContainer, InputFormat[]>> = {
  mp4: [MP4, QTFF],
  matroska: [WEBM, MATROSKA],
  ogg: [OGG],
  mp3: [MP3],
  adts: [ADTS]
}

/** Codings that we do not decode, by mediabunny's name or the container's own. */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  ac3: 'Dolby Digital (AC-3)',
  eac3: 'Dolby Digital Plus (E-AC-3)',
  dts: 'DTS',
  alac: 'Apple Lossless (ALAC)',
  samr: 'AMR',
  sawb: 'AMR wideband',
  QDM2: 'QDesign Music',
  'ac-4': 'Dolby AC-4',
  mlpa: 'Dolby TrueHD',
  ima4: 'IMA ADPCM',
  A_ALAC: 'Apple Lossless (ALAC)',
  A_TRUEHD: 'Dolby TrueHD',
  A_WAVPACK4: 'WavPack',
  A_TTA1: 'True Audio (TTA)',
  'A_MPEG/L2': 'MPEG audio layer II (MP2)'
}

/**
 * The sound of a file whose packets mediabunny takes out of their container; each family's decoder is loaded when needed.
 *
 * @throws {AppError} `audio-no-track`, `format-unsupported`, `audio-damaged`
 */
export async function openBoxed(kind: BoxedContainer, bytes: Uint8Array): Promise<AudioStream> {
  const track = await openTrack(bytes, FORMATS[kind])
  const { codec } = track
  if (codec === 'aac') {
    const aac = await loaded(import('./aac'))
    return kind === 'adts' ? aac.openAdts(track) : aac.openAac(track)
  }
  if (codec === 'mp3') return (await loaded(import('./mp3'))).openMp3(track, kind === 'mp3' ? bytes : undefined)
  if (codec === 'opus') return (await loaded(import('./opus'))).openOpus(track)
  if (codec === 'vorbis') return (await loaded(import('./vorbis'))).openVorbis(track)
  if (codec === 'flac') return (await loaded(import('./boxed-flac'))).openBoxedFlac(track)
  if (codec !== null && isPcmFormat(codec)) return (await loaded(import('./boxed-pcm'))).openBoxedPcm(track, codec)
  throw unsupported(nameOf(track))
}

function nameOf({ codec, containerCodecId }: PacketTrack): string {
  return (
    UNSUPPORTED[codec ?? containerCodecId] ?? `the coding ${codec ?? (plainText(containerCodecId) || 'without a name')}`
  )
}
