/** A file that is small for what it becomes, or lies about it. */
export interface Bomb {
  /** Sound that it holds, in seconds; of more than the limit only that much need be read. */
  soundS: number
  make(): Uint8Array
}
