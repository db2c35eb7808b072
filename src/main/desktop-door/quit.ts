import { app } from 'electron'

/** Longer than the host needs to end a job; a person who quits is not made to wait for one that hangs. */
const PATIENCE_MS = 5000

/**
 * Lets the program end only after the host has closed: a write that has begun is finished, no process stays behind.
 *
 * @param close is called once, however often the person asks
 */
export function closeBeforeQuit(close: () => Promise<void>): void {
  let isClosed = false
  let isClosing = false
  app.on('will-quit', (event) => {
    if (isClosed) return
    event.preventDefault()
    if (isClosing) return
    isClosing = true
    const patience = new Promise((resolve) => setTimeout(resolve, PATIENCE_MS))
    const quit = () => {
      isClosed = true
      app.quit()
    }
    // A host that cannot close is no reason to stay: it mends at the next start what was left half done.
    void Promise.race([close(), patience]).then(quit, quit)
  })
}
