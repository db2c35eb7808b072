import { AppError } from '../errors'
import type { AudioStream } from './audio-stream'
import { ascii, viewOf } from './bytes'
import type { PcmFormat } from './pcm'
import { pcmStream } from './pcm-stream'
import { unsupported } from './unsupported'

/** Codings of AIFF-C that are not integers of the claimed width, by their mark (Apple, AIFF-C draft of 1991). */
const FORMATS: Readonly<Record<string, PcmFormat>> = {
  'raw ': 'pcm-u8',
  fl32: 'pcm-f32be',
  FL32: 'pcm-f32be',
  fl64: 'pcm-f64be',
  FL64: 'pcm-f64be',
  ulaw: 'ulaw',
  ULAW: 'ulaw',
  alaw: 'alaw',
  ALAW: 'alaw'
}
const INTEGERS: readonly PcmFormat[] = ['pcm-s8', 'pcm-s16be', 'pcm-s24be', 'pcm-s32be']
const INTEGERS_LITTLE: readonly PcmFormat[] = ['pcm-s8', 'pcm-s16', 'pcm-s24', 'pcm-s32']

export function isAiff(bytes: Uint8Array): boolean {
  return ascii(bytes, 0, 4) === 'FORM' && ['AIFF', 'AIFC'].includes(ascii(bytes, 8, 4))
}

/**
 * The sound of an uncompressed AIFF or AIFF-C file, as Macs write them.
 *
 * @throws {AppError} `audio-damaged` without a usable description, `format-unsupported` naming another coding
 */
export function openAiff(bytes: Uint8Array): AudioStream {
  const view = viewOf(bytes)
  let about: { format: PcmFormat; sampleRate: number; channelCount: number } | undefined
  let sound: Uint8Array | undefined
  let isCutShort = false
  for (let at = 12; at + 8 <= bytes.length; ) {
    const [id, start, length] = [ascii(bytes, at, 4), at + 8, view.getUint32(at + 4)]
    if (id === 'COMM') about ??= readDescription(bytes.subarray(start, start + length))
    if (id === 'SSND' && start + 8 <= bytes.length) {
      sound ??= bytes.subarray(start + 8 + view.getUint32(start), start + length)
      isCutShort = start + length > bytes.length
    }
    at = start + length + (length % 2)
  }
  if (!about || !sound) throw new AppError('audio-damaged', 'AIFF: no description, or no sound')
  return pcmStream(sound, { container: 'AIFF', ...about, isCutShort })
}

function readDescription(body: Uint8Array): { format: PcmFormat; sampleRate: number; channelCount: number } {
  if (body.length < 18) throw new AppError('audio-damaged', 'AIFF: description too short')
  const view = viewOf(body)
  const channelCount = view.getUint16(0)
  if (channelCount === 0) throw new AppError('audio-damaged', 'AIFF: no channels')
  const coding = body.length < 22 ? 'NONE' : ascii(body, 18, 4)
  const width = Math.ceil(view.getUint16(6) / 8) - 1
  const format = { NONE: INTEGERS, twos: INTEGERS, sowt: INTEGERS_LITTLE }[coding]?.[width] ?? FORMATS[coding]
  if (!format) throw unsupported(`AIFF with the coding ${coding.replace(/[^ -~]/g, '?')}`)
  return { format, sampleRate: readExtended(view, 8), channelCount }
}

/** An 80-bit number of the Motorola 68881: sign and exponent in two bytes, then 64 bits of which the first is one. */
function readExtended(view: DataView, at: number): number {
  const exponent = (view.getUint16(at) & 0x7fff) - 16_383
  return Number(view.getBigUint64(at + 2)) * 2 ** (exponent - 63)
}
