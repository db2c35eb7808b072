import type { MicrophoneBlock } from '../../../src/contracts/phone-api'
import type { Processing } from '../../../src/contracts/recording'

/** The microphone as it was really given, which is not always as it was asked for. */
export interface Microphone {
  stream: MediaStream
  track: MediaStreamTrack
  label: string | null
  processing: Processing
  /** Hz, as the track says; null where it does not. */
  sampleRate: number | null
}

/** Why there is no microphone. */
export class MicrophoneError extends Error {
  override readonly name = 'MicrophoneError'

  constructor(
    readonly block: MicrophoneBlock,
    cause: unknown
  ) {
    super(block, { cause })
  }
}

/**
 * Asked for, not required: a browser that does not do one of them still gives sound, and its track says what it did.
 *
 * No rate is asked for: Safari ignores it, Firefox refuses a graph whose rates differ.
 */
const WISHES: MediaTrackConstraints = {
  echoCancellation: false,
  noiseSuppression: false,
  autoGainControl: false,
  channelCount: 1
}

const BLOCKS: Readonly<Record<string, MicrophoneBlock>> = {
  NotAllowedError: 'denied',
  SecurityError: 'denied',
  NotFoundError: 'none',
  OverconstrainedError: 'none',
  NotReadableError: 'in-use',
  AbortError: 'in-use',
  TypeError: 'unsupported',
  NotSupportedError: 'unsupported'
}

/** @throws {MicrophoneError} with the one of five reasons that applies */
export async function openMicrophone(): Promise<Microphone> {
  if (!isSecureContext) throw new MicrophoneError('insecure', null)
  const devices = (navigator as { mediaDevices?: MediaDevices }).mediaDevices
  if (!devices || !('AudioContext' in window)) throw new MicrophoneError('unsupported', null)
  let stream: MediaStream
  try {
    stream = await devices.getUserMedia({ audio: WISHES })
  } catch (error) {
    throw new MicrophoneError(BLOCKS[error instanceof Error ? error.name : ''] ?? 'unsupported', error)
  }
  const [track] = stream.getAudioTracks()
  if (!track) throw new MicrophoneError('none', null)
  const settings = track.getSettings()
  return {
    stream,
    track,
    label: track.label || null,
    processing: {
      echoCancellation: flag(settings.echoCancellation),
      noiseSuppression: flag(settings.noiseSuppression),
      autoGainControl: flag(settings.autoGainControl)
    },
    sampleRate: settings.sampleRate ?? null
  }
}

/** A key that is missing means "unknown", not "off"; newer browsers name the kind of echo cancellation, which is on. */
function flag(value: unknown): boolean | null {
  if (typeof value === 'boolean') return value
  return typeof value === 'string' ? true : null
}

/** A headset's microphone: telephone sound, from the wrong place. */
export function isHeadset(label: string | null): boolean {
  return /airpods|bluetooth|headset|hands-?free|earbuds|buds\b/i.test(label ?? '')
}

/** Below this a microphone was made for calls; phones themselves run at 44,100 Hz or 48,000. */
export const LOW_RATE_HZ = 44_100
