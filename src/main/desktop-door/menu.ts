import type { MenuItemConstructorOptions } from 'electron'
import { menu as words } from '../../words/en/menu'

export interface MenuActions {
  openFiles(): void
  openFolder(): void
  openWebsite(): void
}

export interface MenuPlace {
  platform: NodeJS.Platform
  /** Where people use the program, developer tools are no part of it. */
  isPackaged: boolean
}

const SEPARATOR: MenuItemConstructorOptions = { type: 'separator' }

/**
 * The native menu: roles wherever Electron has one, so that names, keys and behaviour are the platform's own.
 *
 * macOS keeps its application menu and its list of recent files; elsewhere the program ends from the File menu.
 */
export function menuTemplate({ platform, isPackaged }: MenuPlace, actions: MenuActions): MenuItemConstructorOptions[] {
  const isMac = platform === 'darwin'
  const appMenu: MenuItemConstructorOptions[] = isMac ? [{ role: 'appMenu' }] : []
  return [
    ...appMenu,
    fileMenu(isMac, actions),
    { role: 'editMenu', label: words.edit },
    viewMenu(isPackaged),
    { role: 'windowMenu', label: words.window },
    {
      role: 'help',
      label: words.help,
      submenu: [
        { label: words.website, click: actions.openWebsite },
        ...(isMac ? [] : [SEPARATOR, { role: 'about' } as const])
      ]
    }
  ]
}

function fileMenu(isMac: boolean, { openFiles, openFolder }: MenuActions): MenuItemConstructorOptions {
  const recent: MenuItemConstructorOptions = {
    label: words.recent,
    role: 'recentDocuments',
    submenu: [{ label: words.clearRecent, role: 'clearRecentDocuments' }]
  }
  return {
    label: words.file,
    submenu: [
      { label: words.open, accelerator: 'CmdOrCtrl+O', click: openFiles },
      { label: words.openFolder, accelerator: 'CmdOrCtrl+Shift+O', click: openFolder },
      ...(isMac ? [recent] : []),
      SEPARATOR,
      isMac ? { role: 'close' } : { role: 'quit' }
    ]
  }
}

function viewMenu(isPackaged: boolean): MenuItemConstructorOptions {
  const forDevelopers: MenuItemConstructorOptions[] = [{ role: 'reload' }, { role: 'toggleDevTools' }, SEPARATOR]
  return {
    label: words.view,
    submenu: [
      ...(isPackaged ? [] : forDevelopers),
      { role: 'resetZoom' },
      { role: 'zoomIn' },
      { role: 'zoomOut' },
      SEPARATOR,
      { role: 'togglefullscreen' }
    ]
  }
}
