import type { Capture } from '../../../src/contracts/recording'
import type { Pcg } from '../../../src/core/pcg'
import type { TakeVerdict } from '../../../src/core/take-verdict'
import { encodeWav } from '../../../src/core/wav'
import { browserOf } from '../capture/browser-name'
import type { Captured } from '../capture/captured'
import { randomId, sha256Hex } from '../pairing/mac'
import type { Series } from '../series'
import type { Take } from './take'

const UNKNOWN = { echoCancellation: null, noiseSuppression: null, autoGainControl: null }

/** The extension that fits what the browser's encoder wrote. */
function extensionOf(type: string): string {
  if (type.includes('mp4')) return 'm4a'
  return type.includes('ogg') ? 'ogg' : 'webm'
}

/** `heart 2026-11-23 01.37.05.wav`: sorts by time, and is a file name everywhere. */
function nameAt(date: Date, extension: string): string {
  const two = (value: number) => String(value).padStart(2, '0')
  const day = [date.getFullYear(), two(date.getMonth() + 1), two(date.getDate())].join('-')
  const time = [two(date.getHours()), two(date.getMinutes()), two(date.getSeconds())].join('.')
  return `heart ${day} ${time}.${extension}`
}

/** A take as it is kept and sent: every sample as the browser gave it, in 16 bits, or the browser's own file. */
export async function takeFrom(captured: Captured, verdict: TakeVerdict, series: Series): Promise<Take> {
  const { pcg, encoded, way, ended, microphone, processing } = captured
  const bytes = encoded ? new Uint8Array(encoded.bytes) : encodeWav(pcg, { bitDepth: 16 })
  const now = new Date()
  const capture: Capture = {
    way,
    browser: browserOf(navigator.userAgent),
    microphone,
    sampleRate: pcg.sampleRate,
    processing,
    codec: encoded?.type ?? 'pcm16',
    ended
  }
  return {
    id: randomId(),
    bytes: bytes.buffer,
    request: {
      name: nameAt(now, encoded ? extensionOf(encoded.type) : 'wav'),
      bytes: bytes.length,
      sha256: await sha256Hex(bytes),
      capture,
      site: series.site,
      posture: series.posture,
      person: series.person,
      note: series.note,
      recordedAt: now.toISOString()
    },
    isQueued: false,
    verdict,
    series: series.id,
    keptAt: now.toISOString()
  }
}

/** A picked file, byte for byte. */
export async function takeFromFile(file: File): Promise<Take> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return {
    id: randomId(),
    bytes: bytes.buffer,
    request: {
      name: file.name.slice(-200) || 'recording',
      bytes: bytes.length,
      sha256: await sha256Hex(bytes),
      capture: {
        way: 'file',
        browser: browserOf(navigator.userAgent),
        microphone: null,
        sampleRate: null,
        processing: UNKNOWN,
        codec: file.type || 'unknown',
        ended: null
      },
      site: null,
      posture: null,
      person: '',
      note: '',
      recordedAt: null
    },
    isQueued: false,
    verdict: null,
    series: randomId(),
    keptAt: new Date().toISOString()
  }
}

/** The take as a file in the phone's downloads: always possible, whatever the desktop does. */
export function download({ bytes, request }: Take): void {
  const url = URL.createObjectURL(new Blob([bytes]))
  const link = document.createElement('a')
  link.href = url
  link.download = request.name
  link.click()
  // Safari reads the URL only after the tap is over.
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** A copy to listen to: a heart is soft, so it is brought to full scale. The take itself is not changed. */
export function playable({ samples, sampleRate }: Pcg): Blob {
  const peak = samples.reduce((most, value) => Math.max(most, Math.abs(value)), 1e-4)
  const louder = samples.map((value) => (0.9 * value) / peak)
  return new Blob([encodeWav({ samples: louder, sampleRate }, { bitDepth: 16 })], { type: 'audio/wav' })
}
