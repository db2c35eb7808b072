import type { Analysis, Progress } from '../core/analysis'
import type { ErrorReply } from '../core/errors'

export type RecordingId = string & { readonly __brand: 'RecordingId' }

/** Where a recording came from. */
export type Source =
  | { kind: 'file' }
  | { kind: 'sample'; sample: string }
  | { kind: 'simulator'; settings: SimulatorSettings }

/** A heart that is made, not heard. */
export interface SimulatorSettings {
  /** 40 to 180. */
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
  durationS: number
}

export type RecordingState =
  | { status: 'waiting' }
  | { status: 'analysing'; progress: Progress }
  | { status: 'analysed'; format: AudioFormat; analysis: Analysis; timingsMs: Timings }
  | { status: 'failed'; error: ErrorReply }

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
