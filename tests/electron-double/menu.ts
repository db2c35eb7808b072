import type { MenuItemConstructorOptions } from 'electron'
import type { CallLog } from './call-log'

/** Keeps the template: native menus are beyond a browser, but their entries can be picked by {@link pickMenuEntry}. */
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

/** Does what choosing the entry does. @throws {RangeError} where the menu has no such entry */
export function pickMenuEntry(menu: readonly MenuItemConstructorOptions[] | null, label: string): void {
  const entry = find(menu ?? [], label)
  if (entry?.click === undefined) throw new RangeError(`no menu entry ${label} that does something`)
  ;(entry.click as () => void)()
}

function find(menu: readonly MenuItemConstructorOptions[], label: string): MenuItemConstructorOptions | undefined {
  for (const entry of menu) {
    if (entry.label?.replace('&', '') === label) return entry
    const inside = Array.isArray(entry.submenu) ? find(entry.submenu, label) : undefined
    if (inside !== undefined) return inside
  }
  return undefined
}
