import { AppDouble } from './app'
import { browserWindowClass } from './browser-window'
import { CallLog } from './call-log'
import { Chromium } from './chromium'
import { dialogDouble } from './dialog'
import { IpcMainDouble } from './ipc-main'
import { menuDouble } from './menu'
import { NativeThemeDouble } from './native-theme'
import { notificationClass } from './notification'
import { ProtocolDouble } from './protocol'
import { screenDouble } from './screen'
import { SessionDouble } from './session'
import { shellDouble } from './shell'
import { utilityProcessDouble } from './utility-process'

/**
 * The `electron` module of the main process, as far as this program uses it, and what tests may see of its inside.
 *
 * A member that the program does not use is missing rather than faked: using it fails at once.
 */
export function createElectron({ name, version }: { name: string; version: string }) {
  const calls = new CallLog()
  const protocol = new ProtocolDouble(calls)
  const chromium = new Chromium()
  const app = new AppDouble({ name, version, calls, end: () => Promise.all([chromium.close(), protocol.close()]) })
  const ipcMain = new IpcMainDouble()
  const nativeTheme = new NativeThemeDouble()
  const session = new SessionDouble()
  const dialog = dialogDouble(calls)
  const utilityProcess = utilityProcessDouble(calls)
  const BrowserWindow = browserWindowClass({ app, chromium, ipcMain, nativeTheme, protocol, session, calls })
  const electron = {
    app,
    BrowserWindow,
    dialog: dialog.module,
    ipcMain,
    Menu: menuDouble(calls),
    nativeTheme,
    Notification: notificationClass(calls),
    net: { fetch: (url: string) => fetch(url) },
    protocol,
    screen: screenDouble(),
    session: { defaultSession: session },
    shell: shellDouble(calls),
    utilityProcess
  }
  return { electron, double: { app, calls, chromium, ipcMain, protocol, session, answers: dialog.answers } }
}

export type ElectronDouble = ReturnType<typeof createElectron>
