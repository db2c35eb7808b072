/** The desktop door: Electron's window, menus and files in front of the host. */
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { toErrorReply } from '../core/errors'
import { APP_SCHEME } from './app-origin'
import { openDesktop } from './desktop'
import { showStartError } from './dialogs'
import { filesFromSecondStart, filesOf, OpenedFiles } from './opened-files'
import { buildPaths, defaultDataFolder } from './paths'

const paths = buildPaths(defaultDataFolder())
// One folder for all that is kept; the lock below lies in it too, so that two data folders are two programs.
app.setPath('userData', join(paths.data, 'window'))

// Both must come before the program is ready.
app.enableSandbox()
protocol.registerSchemesAsPrivileged([
  {
    scheme: APP_SCHEME,
    privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true, codeCache: true }
  }
])

// Started from the sources, Electron's own first word is the folder of the program.
const files = filesOf(process.argv.slice(1), process.cwd()).slice(app.isPackaged ? 0 : 1)

if (app.requestSingleInstanceLock({ files })) {
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
