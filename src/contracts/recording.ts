import type { Analysis, Progress } from '../core/analysis'
import type { ChannelChoice } from '../core/choose-channel'
import type { ErrorReply } from '../core/errors'

export type RecordingId = string & { readonly __brand: 'RecordingId' }

/** Where a recording came from. */
export type Source =
  | { kind: 'file' }
  | { kind: 'sample'; sample: string }
  | { kind: 'simulator'; settings: SimulatorSettings }
  | PhoneSource

/** A recording that a paired phone sent, with all that the phone knew about it. */
export interface PhoneSource extends TakeDetails {
  kind: 'phone'
  /** The phone's name when it sent the recording. */
  phone: string
  phoneId: string
}

/** What a phone knows of a take. */
export interface TakeDetails {
  capture: Capture
  /** Null where the person did not say. */
  site: Site | null
  posture: Posture | null
  /** A name or number for the person who was recorded, at most 100 characters; empty where none was given. */
  person: string
  /** At most 1000 characters. */
  note: string
  /** ISO 8601, by the phone's clock; null for a picked file. */
  recordedAt: string | null
}

/** Where on the chest: aortic, pulmonary, tricuspid, mitral. */
export const SITES = ['AV', 'PV', 'TV', 'MV'] as const

export type Site = (typeof SITES)[number]

export const POSTURES = ['sitting', 'leaning-forward', 'lying', 'left-side', 'standing'] as const

export type Posture = (typeof POSTURES)[number]

/** The chain of capture: what the sound went through before it reached us. */
export interface Capture {
  /** `worklet`: every sample as the browser gave it; `recorder`: through the browser's encoder; `file`: unknown. */
  way: 'worklet' | 'recorder' | 'file'
  /** E.g. `Chrome 142, Android 16`. */
  browser: string
  /** The input's label; null where the browser did not tell. */
  microphone: string | null
  /** Hz, of the audio context or track; null for a picked file. */
  sampleRate: number | null
  /** What the browser says was really applied; null where it did not tell. */
  processing: Processing
  /** `pcm16`, or the type that the browser's encoder or the file gave, e.g. `audio/mp4`. */
  codec: string
  /** Why the take ended. */
  ended: TakeEnd | null
}

/** Speech processing of the browser: made for telephony, it removes what a heart sounds like. */
export interface Processing {
  echoCancellation: boolean | null
  noiseSuppression: boolean | null
  autoGainControl: boolean | null
}

export const TAKE_ENDS = ['time', 'person', 'hidden', 'interrupted', 'muted', 'device-lost'] as const

export type TakeEnd = (typeof TAKE_ENDS)[number]

/** A heart that is made, not heard. */
export interface SimulatorSettings {
  /** Within core's `SIMULATED_BPM`. */
  heartRateBpm: number
  murmur: 'none' | 'systolic' | 'diastolic'
  /** Loudness of the murmur relative to S1, dB, -40 to 0. */
  murmurLevelDb: number
  /** Loudness of the background noise relative to S1, dB, -60 to 0. */
  noiseLevelDb: number
}

/** What the bytes turned out to be. */
export interface AudioFormat {
  container: string
  codec: string
  /** Hz. */
  sampleRate: number
  channels: number
  /** Which of the channels was analysed; missing where all are the same. */
  channel?: ChannelChoice
  durationS: number
}

export type RecordingState = { status: 'waiting' } | { status: 'analysing'; progress: Progress } | Analysed | Failed

export interface Failed {
  status: 'failed'
  error: ErrorReply
  /** What an analysis before this one had found: it is kept, and found again at the next start. */
  earlier?: Analysed
}

export interface Analysed {
  status: 'analysed'
  format: AudioFormat
  analysis: Analysis
  /** How far the heart's sounds stand above the quiet between them; missing where an earlier version analysed it. */
  signalToNoiseDb?: number | null
  timingsMs: Timings
}

export interface Timings {
  decode: number
  model: number
  total: number
}

/** A recording in the library. */
export interface Recording {
  id: RecordingId
  name: string
  source: Source
  /** Lower-case hex. */
  sha256: string
  bytes: number
  /** ISO 8601. */
  addedAt: string
  state: RecordingState
}

/** A real recording that ships with the program; its label is named only after the answer. */
export interface Sample {
  id: string
  title: string
  record: string
  database: string
  label: 'normal' | 'abnormal'
  diagnosis: string
  durationS: number
  source: string
  licence: string
}
