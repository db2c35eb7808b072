import type { MenuItemConstructorOptions } from 'electron'
import type { CallLog } from './call-log'

/** Keeps the template: native menus are beyond a browser. */
export function menuDouble(calls: CallLog) {
  let current: MenuItemConstructorOptions[] | null = null
  return {
    buildFromTemplate: (template: MenuItemConstructorOptions[]) => template,
    setApplicationMenu: (menu: MenuItemConstructorOptions[] | null) => {
      calls.note('Menu.setApplicationMenu')
      current = menu
    },
    getApplicationMenu: () => current
  }
}
