import { AppError } from '../../core/errors'

/** Lets a few do something at once and makes the others wait, first come first served. */
export class Turns {
  #free: number
  readonly #waiting: (() => void)[] = []

  /** @param count how many at once, at least 1 */
  constructor(count: number) {
    if (!(count >= 1)) throw new RangeError(`${count} at once lets nobody in`)
    this.#free = count
  }

  /**
   * Runs `work` when its turn comes.
   *
   * @throws {AppError} `cancelled` when the signal fires while it waits
   */
  async run<Value>(work: () => Promise<Value>, signal?: AbortSignal): Promise<Value> {
    await this.#take(signal)
    try {
      return await work()
    } finally {
      const next = this.#waiting.shift()
      // A turn that is passed on is never free in between, so nobody can slip in.
      if (next) next()
      else this.#free++
    }
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
