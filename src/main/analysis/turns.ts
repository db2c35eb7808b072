import { AppError } from '../../core/errors'

/** Where what takes long goes on, so that those behind it need not wait for its end. */
interface SlowLane {
  /** What has not ended by then lets the next one begin beside it. */
  afterMs: number
  /** How many may go on so at once; further ones keep their turns. */
  count: number
}

/** Lets a few do something at once and makes the others wait, first come first served. */
export class Turns {
  #free: number
  #slowFree: number
  readonly #slowLane: SlowLane
  readonly #waiting: (() => void)[] = []

  /** @param count how many at once, at least 1, those in the slow lane not among them */
  constructor(count: number, slowLane: SlowLane = { afterMs: 0, count: 0 }) {
    if (!(count >= 1)) throw new RangeError(`${count} at once lets nobody in`)
    this.#free = count
    this.#slowFree = slowLane.count
    this.#slowLane = slowLane
  }

  /**
   * Runs `work` when its turn comes.
   *
   * @throws {AppError} `cancelled` when the signal fires while it waits
   */
  async run<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    await this.#take(signal)
    let isSlow = false
    const timer = setTimeout(() => {
      if (this.#slowFree === 0) return
      this.#slowFree--
      isSlow = true
      this.#passOn()
    }, this.#slowLane.afterMs)
    try {
      return await work()
    } finally {
      clearTimeout(timer)
      if (isSlow) this.#slowFree++
      else this.#passOn()
    }
  }

  #passOn(): void {
    const next = this.#waiting.shift()
    // A turn that is passed on is never free in between, so nobody can slip in.
    if (next) next()
    else this.#free++
  }

  #take(signal: AbortSignal | undefined): Promise<void> {
    if (signal?.aborted) return Promise.reject(new AppError('cancelled', 'cancelled before its turn'))
    if (this.#free > 0) {
      this.#free--
      return Promise.resolve()
    }
    return new Promise((resolve, reject) => {
      const enter = () => {
        signal?.removeEventListener('abort', leave)
        resolve()
      }
      const leave = () => {
        this.#waiting.splice(this.#waiting.indexOf(enter), 1)
        reject(new AppError('cancelled', 'cancelled before its turn'))
      }
      signal?.addEventListener('abort', leave, { once: true })
      this.#waiting.push(enter)
    })
  }
}
