import { dirname, join } from 'node:path'
import { app, Menu, nativeTheme, net, protocol, session, shell } from 'electron'
import { wordsFor } from '../../words/words'
import type { Host } from '../host'
import { openPages, type Pages, SECURITY_HEADERS } from '../pages'
import type { Paths } from '../paths'
import { openHost } from '../services'
import { APP_SCHEME } from './app-origin'
import { guardContents, guardPermissions } from './guards'
import { openIpc } from './ipc'
import { DATA_LINK, isKnownLink, isShareLink } from './links'
import { MainWindow } from './main-window'
import { menuTemplate } from './menu'
import type { OpenedFiles } from './opened-files'
import { closeBeforeQuit } from './quit'
import { spawnWithElectron } from './spawn-electron'
import type { WindowPlaces } from './window'

export interface Desktop {
  paths: Paths
  /** Files named on the command line, by a second start, or by the system. */
  opened: OpenedFiles
}

/**
 * Opens the host and, in front of it, its calls, its page, the window and the menu.
 *
 * @throws {AppError} where the host cannot be opened: no room, no right to write
 */
export async function openDesktop({ paths, opened }: Desktop): Promise<void> {
  let phone: Host['handlers']['phone'] | null = null
  const { share } = wordsFor('en').phone
  const isGood = async (url: string) =>
    isKnownLink(url) || (phone !== null && isShareLink(url, await phone.state(), share))
  app.on('web-contents-created', (_event, contents) => guardContents(contents, isGood))
  guardPermissions(session.defaultSession)
  const spawn = spawnWithElectron(paths.analysisProcess)
  const host = await openHost({ paths, version: app.getVersion(), door: 'desktop', spawn })
  phone = host.handlers.phone
  const closeIpc = openIpc(host)
  closeBeforeQuit(() => {
    closeIpc()
    return host.close()
  })
  servePage(host, paths)
  await followTheme(host)

  const window = new MainWindow(host, placesOf(paths))
  showMenu(window)
  app.on('second-instance', () => void window.show())
  app.on('activate', () => void window.show())
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit()
  })
  await window.show()
  opened.giveTo((files) => void window.take(files))
}

/** The page and its sounds have one origin. While the page is being developed its files come from Vite's server. */
function servePage(host: Host, paths: Paths): void {
  const devServer = app.isPackaged ? undefined : process.env['ELECTRON_RENDERER_URL']
  const pages = devServer === undefined ? openPages(paths.renderer) : forwardTo(devServer)
  protocol.handle(APP_SCHEME, async (request) => {
    const response = await host.respond(request)
    if (response === null) return pages(request)
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.headers.set(name, value)
    return response
  })
}

function forwardTo(server: string): Pages {
  return ({ url }) => {
    const { pathname, search } = new URL(url)
    return net.fetch(new URL(`${pathname}${search}`, server).href)
  }
}

/** The setting holds for native dialogs and menus too, and through them for the page's `prefers-color-scheme`. */
async function followTheme(host: Host): Promise<void> {
  nativeTheme.themeSource = (await host.handlers.settings.get()).theme
  host.subscribe(({ domain, payload }) => {
    if (domain === 'settings') nativeTheme.themeSource = payload.theme
  })
}

function placesOf(paths: Paths): WindowPlaces {
  return {
    preload: join(dirname(paths.renderer), 'preload', 'index.cjs'),
    icon: join(paths.resources, 'icons', 'icon.png'),
    state: join(app.getPath('userData'), 'window.json')
  }
}

function showMenu(window: MainWindow): void {
  const template = menuTemplate(
    { platform: process.platform, isPackaged: app.isPackaged },
    {
      openFiles: () => void window.ask('files'),
      openFolder: () => void window.ask('folder'),
      openWebsite: () => void shell.openExternal(DATA_LINK)
    }
  )
  Menu.setApplicationMenu(Menu.buildFromTemplate(template))
}
