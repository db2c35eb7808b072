/** The desktop door: Electron's window, menus and files in front of the host. */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { AppError, toErrorReply } from '../core/errors'
import { APP_SCHEME } from './desktop-door/app-origin'
import { openDesktop } from './desktop-door/desktop'
import { showStartError } from './desktop-door/dialogs'
import { filesFromSecondStart, filesOf, OpenedFiles } from './desktop-door/opened-files'
import { buildPaths, defaultDataFolder } from './paths'

const paths = buildPaths(defaultDataFolder())

// Windows groups windows and notifications by this name: the one in electron-builder.yml.
if (process.platform === 'win32') app.setAppUserModelId('org.opsfusion.desktop')

// Both must come before the program is ready.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  }
])

// Started from the sources, Electron's first argument is the folder of the program.
const files = filesOf(process.argv.slice(1), process.cwd()).slice(app.isPackaged ? 0 : 1)

if (keepChromiumIn(paths.data) && app.requestSingleInstanceLock({ files })) {
  const opened = new OpenedFiles()
  opened.add(files)
  app.on('open-file', (event, path) => {
    event.preventDefault()
    opened.add([path])
  })
  app.on('second-instance', (_event, _argv, _folder, data) => opened.add(filesFromSecondStart(data)))
  void app
    .whenReady()
    .then(() => openDesktop({ paths, opened }))
    .catch((thrown: unknown) => {
      showStartError(toErrorReply(thrown))
      app.exit(1)
    })
} else {
  app.quit()
}

/**
 * Has Chromium keep its data in our data folder, and its single-instance lock with it: one program a data folder.
 *
 * @returns whether that could be done; if not, it has been said
 */
function keepChromiumIn(data: string): boolean {
  const folder = join(data, 'window')
  try {
    // Electron takes no folder that is not there.
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    app.setPath('userData', folder)
    return true
  } catch (cause) {
    const error = new AppError('storage-unwritable', `cannot make ${folder}`, { cause, values: { path: data } })
    showStartError(toErrorReply(error))
    app.exit(1)
    return false
  }
}
