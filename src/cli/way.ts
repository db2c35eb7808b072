import type { AnalysedFile } from './line'

/** From a file to its answer: kept in the library, or passing through. */
export interface Way {
  analyse(file: string): Promise<AnalysedFile>
  close(): Promise<void>
}
