/** Does something once it has been quiet for so long, ms. */
export function createIdle(work: () => void, quietMs: number): { wait(): void; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  return {
    wait() {
      clearTimeout(timer)
      timer = setTimeout(work, quietMs)
      timer.unref()
    },
    stop: () => clearTimeout(timer)
  }
}
