import type { Analysis } from '../../../src/core/analysis'
import type { ErrorReply } from '../../../src/core/errors'
import type { Pcg } from '../../../src/core/pcg'

/** What the page asks of the worker: one recording at a time, as samples, or as the bytes of a WAV or FLAC file. */
export type AnalyseRequest = { pcg: Pcg } | { sound: DecodedSound } | { bytes: Uint8Array<ArrayBuffer> }

/** What the browser's own decoder makes of a file. */
export interface DecodedSound {
  channels: Float32Array[]
  /** Hz. */
  sampleRate: number
}

/** In their order. */
export const HERE_STEPS = ['loading', 'warming', 'working'] as const

export type HereStep = (typeof HERE_STEPS)[number]

/** What the worker replies. */
export type AnalyseReply =
  | { kind: 'step'; step: HereStep }
  /** `ms`: from samples or bytes to answer, without the loading. */
  | { kind: 'done'; analysis: Analysis; ms: number }
  /** `internal` where the network cannot be had or run; every other code is about the recording. */
  | { kind: 'failed'; error: ErrorReply }
