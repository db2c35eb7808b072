import type { NamedTuning } from '../core/analysis'
import type { OperatingPointName } from '../core/model-card'
import type { AnalysedFile } from './line'

/** What the command line chooses for every answer. */
export interface ChosenByFlags {
  operatingPoint?: OperatingPointName
  tuning?: NamedTuning
  /** Of each file, from 0; the one with a heart in it unless given. */
  channel?: number
}

/** From a file to its answer: kept in the library, or passing through. */
export interface Way {
  analyse(file: string): Promise<AnalysedFile>
  close(): Promise<void>
}
