import { BrowserWindow, type IpcMainInvokeEvent, ipcMain } from 'electron'
import { channels, type Unsubscribe } from '../../contracts/desktop-api'
import type { HostEvent } from '../../contracts/host-events'
import type { Reply } from '../../contracts/reply'
import { AppError, toErrorReply } from '../../core/errors'
import { replyToCall } from '../calls'
import type { Host } from '../host'
import { isOurs } from './app-origin'

/**
 * The one entrance of the window into the host: every call of the contract, from our own page's main frame only.
 *
 * @returns closes the entrance and stops telling the windows
 * @see https://www.electronjs.org/docs/latest/tutorial/security, rule 17
 */
export function openIpc(host: Host): Unsubscribe {
  const calls = channels().filter(({ kind }) => kind === 'call')
  for (const { name } of calls) {
    ipcMain.handle(name, (event, input: unknown) =>
      isFromOurPage(event) ? replyToCall(host, name, input) : refuse(name)
    )
  }
  const stopTelling = host.subscribe(tellWindows)
  return () => {
    stopTelling()
    for (const { name } of calls) ipcMain.removeHandler(name)
  }
}

/** Hands an event of the contract to every window. */
export function tellWindows({ domain, method, payload }: HostEvent): void {
  for (const window of BrowserWindow.getAllWindows()) {
    if (!window.webContents.isDestroyed()) window.webContents.send(`${domain}.${method}`, payload)
  }
}

/** Electron gives null for a frame that has closed or navigated since it asked: such a call is refused. */
function isFromOurPage({ senderFrame }: IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url)
}

function refuse(name: string): Reply<never> {
  return { ok: false, error: toErrorReply(new AppError('not-allowed', `${name} was asked by a foreign frame`)) }
}
