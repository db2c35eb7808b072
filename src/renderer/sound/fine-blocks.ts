import type { BandEdges } from '../../core/model-card'
import type { Picture } from '../../core/picture'
import { fineHopLength, fineSpectrogram, fineWindowLength } from '../../drawing/fine-spectrogram'
import { type TimeView, visibleS } from '../../drawing/time-view'
import type { SampleCache } from './sample-cache'

/** So few that a block is made within a frame of the screen. */
const BLOCK_FRAMES = 256
/** About 160 KiB each. */
const BLOCKS_KEPT = 64

interface Block {
  hopLength: number
  picture: Picture<'spectrogram'>
}

/** The finer spectrogram of what is looked at, made block by block, so that scrolling never waits for it. */
export class FineBlocks {
  readonly #samples: SampleCache
  readonly #sampleRate: number
  readonly #bands: readonly BandEdges[]
  /** The least used first. */
  readonly #blocks = new Map<string, Block>()

  constructor(samples: SampleCache, sampleRate: number, bands: readonly BandEdges[]) {
    this.#samples = samples
    this.#sampleRate = sampleRate
    this.#bands = bands
  }

  /** What is ready of the view, the best first: where a block is still missing, one from further away stands in. */
  ready(view: TimeView): Picture<'spectrogram'>[] {
    const hopLength = fineHopLength(view.pxPerS, this.#sampleRate)
    const { fromS, toS } = visibleS(view)
    return [...this.#blocks.values()]
      .filter(({ picture: { firstS, hopS, dims }, ...block }) => {
        const isSeen = firstS < toS + hopS && firstS + hopS * dims[1] > fromS - hopS
        return isSeen && block.hopLength >= hopLength
      })
      .sort((a, b) => a.hopLength - b.hopLength)
      .map(({ picture }) => picture)
  }

  /**
   * Makes the next block of the view that is missing and whose samples have come.
   *
   * @returns false where there is none left
   */
  makeNext(view: TimeView): boolean {
    const hopLength = fineHopLength(view.pxPerS, this.#sampleRate)
    const { fromS, toS } = visibleS(view)
    const blockS = (BLOCK_FRAMES * hopLength) / this.#sampleRate
    for (let block = Math.floor(fromS / blockS); block * blockS < toS; block++) {
      const key = `${hopLength} ${block}`
      const known = this.#blocks.get(key)
      if (known) {
        this.#blocks.delete(key)
        this.#blocks.set(key, known)
      } else if (this.#make(key, block, hopLength)) return true
    }
    return false
  }

  #make(key: string, block: number, hopLength: number): boolean {
    const half = fineWindowLength(this.#sampleRate) / 2
    const first = block * BLOCK_FRAMES * hopLength - half
    const samples = this.#samples.between(first, first + (BLOCK_FRAMES - 1) * hopLength + 2 * half)
    if (!samples) return false
    const pcg = { samples, sampleRate: this.#sampleRate }
    this.#blocks.set(key, {
      hopLength,
      picture: fineSpectrogram(pcg, first / this.#sampleRate, hopLength, this.#bands)
    })
    const [oldest] = this.#blocks.keys()
    if (oldest !== undefined && this.#blocks.size > BLOCKS_KEPT) this.#blocks.delete(oldest)
    return true
  }
}
