import type { MenuItemConstructorOptions } from 'electron'
import { describe, expect, it } from 'vitest'
import { menuTemplate } from './menu'

const nothing = { openFiles: () => {}, openFolder: () => {}, openWebsite: () => {} }

function entries(menu: MenuItemConstructorOptions[]): MenuItemConstructorOptions[] {
  return menu.flatMap((entry) => [entry, ...(Array.isArray(entry.submenu) ? entries(entry.submenu) : [])])
}

const rolesOf = (platform: NodeJS.Platform, isPackaged: boolean) =>
  entries(menuTemplate({ platform, isPackaged }, nothing)).map(({ role }) => role)

describe('menuTemplate', () => {
  it('opens files by the usual key', () => {
    const keys = entries(menuTemplate({ platform: 'linux', isPackaged: true }, nothing)).map(
      (entry) => entry.accelerator
    )
    expect(keys.filter(Boolean)).toEqual(['CmdOrCtrl+O', 'CmdOrCtrl+Shift+O'])
  })

  it('gives macOS its application menu and its recent files', () => {
    expect(rolesOf('darwin', true)).toEqual(expect.arrayContaining(['appMenu', 'recentDocuments', 'close']))
    expect(rolesOf('darwin', true)).not.toContain('quit')
  })

  it('ends from the File menu elsewhere', () => {
    expect(rolesOf('win32', true)).toContain('quit')
    expect(rolesOf('win32', true)).not.toContain('appMenu')
  })

  it('has developer tools for developers only', () => {
    expect(rolesOf('linux', false)).toContain('toggleDevTools')
    expect(rolesOf('linux', true)).not.toContain('toggleDevTools')
    expect(rolesOf('linux', true)).not.toContain('reload')
  })
})
