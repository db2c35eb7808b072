/**
 * Keeps the screen on while a take is made or sent; a browser that will not is no reason to stop.
 *
 * It lets go when the page is hidden and has to be asked again then.
 *
 * @returns lets the screen sleep again
 */
export function keepAwake(): () => void {
  const wakeLock = (navigator as { wakeLock?: WakeLock }).wakeLock
  if (!wakeLock) return () => {}
  const stopped = new AbortController()
  let held: WakeLockSentinel | undefined
  const ask = async () => {
    if (document.hidden || stopped.signal.aborted) return
    held = await wakeLock.request('screen').catch(() => undefined)
    if (stopped.signal.aborted) await held?.release().catch(() => {})
  }
  document.addEventListener('visibilitychange', () => void ask(), { signal: stopped.signal })
  void ask()
  return () => {
    stopped.abort()
    void held?.release().catch(() => {})
  }
}
