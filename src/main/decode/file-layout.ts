import type { Parts } from '../../core/decode/parts'

/** How a file is built, told without decoding anything. */
export interface FileLayout extends Parts {
  /** Whether the file ends before its sound does. */
  isCutShort: boolean
}
