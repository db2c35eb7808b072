import { AppError } from '../errors'
import type { AudioStream } from './audio-stream'
import { ascii, viewOf } from './bytes'
import { isPcmFormat, type PcmFormat } from './pcm'
import { pcmStream } from './pcm-stream'
import { unsupported } from './unsupported'

/** Codings that we do not read out of CAF, by their mark (Apple, Core Audio Format specification). */
const UNSUPPORTED: Readonly<Record<string, string>> = {
  alac: 'Apple Lossless (ALAC)',
  'aac ': 'AAC in CAF',
  ima4: 'IMA ADPCM in CAF',
  opus: 'Opus in CAF'
}
const [IS_FLOAT, IS_LITTLE_ENDIAN] = [1, 2]

export function isCaf(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 4) === 'caff'
}

/**
 * The sound of an uncompressed Core Audio file, as iPhones and Macs write them.
 *
 * @throws {AppError} `audio-damaged` without a usable description, `format-unsupported` naming another coding
 */
export function openCaf(bytes: Uint8Array): AudioStream {
  const view = viewOf(bytes)
  let about: { format: PcmFormat; sampleRate: number; channelCount: number } | undefined
  for (let at = 8; at + 12 <= bytes.length; ) {
    const [id, start] = [ascii(bytes, at, 4), at + 12]
    const claimed = Number(view.getBigInt64(at + 4))
    // -1: the writer did not know; the sound is then the last chunk
    const end = claimed < 0 ? bytes.length : start + claimed
    if (id === 'desc') about ??= readDescription(bytes.subarray(start, end))
    if (id === 'data') {
      if (!about) break
      // a counter of edits stands before the sound
      return pcmStream(bytes.subarray(start + 4, end), { container: 'CAF', ...about, isCutShort: end > bytes.length })
    }
    at = end
  }
  throw new AppError('audio-damaged', 'CAF: no description, or no sound')
}

function readDescription(body: Uint8Array): { format: PcmFormat; sampleRate: number; channelCount: number } {
  if (body.length < 32) throw new AppError('audio-damaged', 'CAF: description too short')
  const view = viewOf(body)
  const [coding, flags, channelCount, bits] = [
    ascii(body, 8, 4),
    view.getUint32(12),
    view.getUint32(24),
    view.getUint32(28)
  ]
  if (channelCount === 0) throw new AppError('audio-damaged', 'CAF: no channels')
  const order = flags & IS_LITTLE_ENDIAN || bits === 8 ? '' : 'be'
  const name = coding === 'lpcm' ? `pcm-${flags & IS_FLOAT ? 'f' : 's'}${bits}${order}` : coding
  if (!isPcmFormat(name))
    throw unsupported(UNSUPPORTED[coding] ?? `CAF with the coding ${coding.replace(/[^ -~]/g, '?')}`)
  return { format: name, sampleRate: view.getFloat64(0), channelCount }
}
