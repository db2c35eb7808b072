import type { AudioFormat, Timings } from '../../contracts/recording'
import type { Analysis, NamedTuning } from '../../core/analysis'
import type { Part } from '../../core/leave-out'
import type { OperatingPointName } from '../../core/model-card'
import type { KeptPictures, MarkedBeat } from '../../core/picture'

/** What the analysis process can be asked. */
export interface AnalysisRequest {
  input: { path: string } | { bytes: Uint8Array }
  /** Folder of the graph and its card. */
  models: string
  operatingPoint?: OperatingPointName
  /** The scale of the sensor; the card's own unless given. */
  tuning?: NamedTuning
  /** The channel to analyse, from 0; unless given, the one with a heart in it. */
  channel?: number | undefined
  /** Analyse the recording without this part of it, and make a playable copy of what is left. */
  leaveOut?: Part
  /** Pictures cost memory and time across the boundary: the terminal does without. */
  wantsPictures: boolean
}

export interface AnalysisReply {
  analysis: Analysis
  format: AudioFormat
  /** See `core/signal-to-noise.ts`. */
  signalToNoiseDb: number | null
  timingsMs: Timings
  /** Lower-case hex of the bytes that were analysed. */
  sha256: string
  bytes: number
  /** Those that are marked. */
  beats: MarkedBeat[]
  /** Null unless asked for. */
  pictures: KeptPictures | null
  /** A copy that a browser can play, as WAV bytes, where it cannot play the original. */
  playable: Uint8Array | null
}
