import type { Analysis } from '../../../src/core/analysis'
import type { Pcg } from '../../../src/core/pcg'

/** What the page asks of the worker: one recording at a time. */
export interface AnalyseRequest {
  pcg: Pcg
}

export type HereStep = 'loading' | 'warming' | 'working'

/** What the worker answers. */
export type AnalyseReply =
  | { kind: 'step'; step: HereStep }
  /** `ms`: from samples to answer, without the loading. */
  | { kind: 'done'; analysis: Analysis; ms: number }
  /** `isShort`: the caller's fault, not the machine's. */
  | { kind: 'failed'; message: string; isShort: boolean }
