/** How a file is built, told without decoding anything. */
export interface FileLayout {
  /** The files that were joined to this one, one after the other; usually one. */
  parts: Uint8Array[]
  /** Whether the file ends before its sound does. */
  isCutShort: boolean
}

/**
 * @param starts where parts begin, the first of them 0
 * @param end where the last one ends, default the file's end
 */
export function partsFrom(bytes: Uint8Array, starts: readonly number[], end = bytes.length): Uint8Array[] {
  return starts.map((start, index) => bytes.subarray(start, starts[index + 1] ?? end))
}
