import { app, type BrowserWindow, dialog, Notification, type OpenDialogOptions } from 'electron'
import type { Recording } from '../../contracts/recording'
import { SOUND_ENDINGS } from '../../contracts/sound-files'
import type { ErrorReply } from '../../core/errors'
import { errors } from '../../words/en/errors'
import { menu as words } from '../../words/en/menu'

/**
 * Asks a person for sound files, or for a folder of them: outside macOS one dialog cannot offer both.
 *
 * @returns no path where the person thought better of it
 */
export async function askForPaths(window: BrowserWindow, kind: 'files' | 'folder'): Promise<string[]> {
  const options: OpenDialogOptions =
    kind === 'folder'
      ? { properties: ['openDirectory'] }
      : {
          properties: ['openFile', 'multiSelections'],
          filters: [
            { name: words.sounds, extensions: [...SOUND_ENDINGS] },
            { name: words.everything, extensions: ['*'] }
          ]
        }
  const { canceled, filePaths } = await dialog.showOpenDialog(window, options)
  return canceled ? [] : filePaths
}

/** Files that were opened come back in the system's own lists of recent files. */
export function rememberPaths(paths: readonly string[]): void {
  for (const path of paths) app.addRecentDocument(path)
}

/** Says a failure where the page cannot: the thing was chosen outside it. */
export async function showError(window: BrowserWindow, error: ErrorReply): Promise<void> {
  const { what, kept, todo } = errors.explain(error)
  await dialog.showMessageBox(window, { type: 'error', message: what, detail: `${kept} ${todo}` })
}

/** Says why the program cannot start; there is no window yet. */
export function showStartError(error: ErrorReply): void {
  const { what, kept, todo } = errors.explain(error)
  dialog.showErrorBox(words.cannotStart, `${what}\n${kept}\n${todo}\n\n${error.message}`)
}

/** Notifications on the screen: without a reference they would be garbage-collected, and clicks on them lost. */
const shown = new Set<Notification>()

/** Says that a recording has come, for a person who is looking elsewhere; without its answer, which others could read. */
export function notifyOf({ name, source }: Recording, onClick: () => void): void {
  if (!Notification.isSupported()) return
  // The same bytes may have come before by another way.
  const body = source.kind === 'phone' ? words.arrivedFrom(name, source.phone) : name
  const notification = new Notification({ title: words.arrived, body })
  notification.on('click', onClick)
  notification.on('close', () => shown.delete(notification))
  shown.add(notification)
  notification.show()
}
