import { createStore, type Store } from '../state/store'

/** Gives a stretch of a recording's samples, shorter where the recording ends. */
export type LoadSamples = (first: number, count: number, signal: AbortSignal) => Promise<Float32Array>

/** Samples that come and go together: four seconds at 2 kHz. */
const PIECE_LENGTH = 8192
/** 4 MiB of them. */
const PIECES_KEPT = 128

/** The samples of a recording that have been looked at: what is missing is asked for, what was not used for long goes. */
export class SampleCache {
  /** Rises whenever samples have come. */
  readonly arrivals: Store<number> = createStore(0)
  readonly #load: LoadSamples
  readonly #sampleCount: number
  /** The least used first. */
  readonly #pieces = new Map<number, Float32Array>()
  readonly #asked = new Set<number>()
  readonly #closing = new AbortController()

  /** @param sampleCount of the whole recording */
  constructor(load: LoadSamples, sampleCount: number) {
    this.#load = load
    this.#sampleCount = sampleCount
  }

  /** Whether the host has turned out not to have them: an earlier version did not keep any. */
  get isMissing(): boolean {
    return [...this.#pieces].some(([piece, { length }]) => length < this.#lengthOf(piece))
  }

  /**
   * The samples from one place up to another, which may lie beyond the ends: there it is silent.
   *
   * @returns null where some have not come yet, or are not to be had
   */
  between(first: number, end: number): Float32Array | null {
    const samples = new Float32Array(Math.max(0, end - first))
    for (const piece of this.#piecesOf(first, end)) {
      const start = piece * PIECE_LENGTH
      const known = this.#pieces.get(piece)
      if (!known || known.length < this.#lengthOf(piece)) return null
      this.#pieces.delete(piece)
      this.#pieces.set(piece, known)
      samples.set(known.subarray(Math.max(0, first - start), end - start), Math.max(0, start - first))
    }
    return samples
  }

  /** Asks for what is missing between two places and is not on its way. */
  want(first: number, end: number): void {
    for (const piece of this.#piecesOf(first, end)) {
      if (!this.#pieces.has(piece) && !this.#asked.has(piece)) void this.#ask(piece)
    }
  }

  /** Nothing arrives any more. */
  close(): void {
    this.#closing.abort()
  }

  async #ask(piece: number): Promise<void> {
    const { signal } = this.#closing
    this.#asked.add(piece)
    // Where it fails the columns stay on the screen, and the next look asks again.
    const samples = await this.#load(piece * PIECE_LENGTH, PIECE_LENGTH, signal).catch(() => null)
    this.#asked.delete(piece)
    if (!samples || signal.aborted) return
    this.#pieces.set(piece, samples)
    const [oldest] = this.#pieces.keys()
    if (oldest !== undefined && this.#pieces.size > PIECES_KEPT) this.#pieces.delete(oldest)
    this.arrivals.set(this.arrivals.get() + 1)
  }

  #lengthOf(piece: number): number {
    return Math.min(PIECE_LENGTH, this.#sampleCount - piece * PIECE_LENGTH)
  }

  #piecesOf(first: number, end: number): number[] {
    const from = Math.floor(Math.max(0, first) / PIECE_LENGTH)
    const to = Math.ceil(Math.min(this.#sampleCount, end) / PIECE_LENGTH)
    return Array.from({ length: Math.max(0, to - from) }, (_, index) => from + index)
  }
}
