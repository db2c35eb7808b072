/** Looks again and again while phones are let in, and knows how long none has come. */
export interface Watch {
  start(): void
  stop(): void
  /** Somebody did something. */
  active(): void
}

/**
 * @param look is called every `everyMs`; `isIdle` when nothing was done for `idleMs`. One that fails is called again.
 */
export function createWatch({
  everyMs,
  idleMs,
  look
}: {
  everyMs: number
  idleMs: number
  look: (isIdle: boolean) => Promise<unknown>
}): Watch {
  let activeAt = 0
  let timer: NodeJS.Timeout | undefined
  const active = () => {
    activeAt = performance.now()
  }
  return {
    active,
    start() {
      active()
      clearInterval(timer)
      timer = setInterval(() => void look(performance.now() - activeAt > idleMs).catch(() => {}), everyMs)
      timer.unref()
    },
    stop: () => clearInterval(timer)
  }
}
