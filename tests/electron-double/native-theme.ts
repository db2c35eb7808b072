import { EventEmitter } from 'node:events'
import type { NativeTheme } from 'electron'

/** The theme; the windows follow it as pages do, by `prefers-color-scheme`. The system itself is light. */
export class NativeThemeDouble
  extends EventEmitter
  implements Pick<NativeTheme, 'themeSource' | 'shouldUseDarkColors'>
{
  #source: NativeTheme['themeSource'] = 'system'

  get themeSource() {
    return this.#source
  }

  set themeSource(source: NativeTheme['themeSource']) {
    this.#source = source
    this.emit('updated')
  }

  get shouldUseDarkColors() {
    return this.#source === 'dark'
  }
}
