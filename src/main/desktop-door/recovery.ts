import { app, type BrowserWindow, dialog } from 'electron'
import { menu as words } from '../../words/en/menu'

/** A page whose process dies twice within this time has a fault that loading it again does not mend. */
const SOON_MS = 60_000

/**
 * Loads the page again when its process has died, once; when it dies again soon, a person decides.
 *
 * Nothing is lost with the page: it only mirrors what the host keeps.
 */
export function recoverPage(window: BrowserWindow, now: () => number = Date.now): void {
  let lastEnd = Number.NEGATIVE_INFINITY
  window.webContents.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || window.isDestroyed()) return
    const isAgain = now() - lastEnd < SOON_MS
    lastEnd = now()
    if (isAgain) void ask(window)
    else window.webContents.reload()
  })
}

async function ask(window: BrowserWindow): Promise<void> {
  const { again, quit, what, kept } = words.stopped
  const { response } = await dialog.showMessageBox(window, {
    type: 'error',
    message: what,
    detail: kept,
    buttons: [again, quit],
    defaultId: 0,
    cancelId: 1
  })
  if (response === 0) window.webContents.reload()
  else app.quit()
}
