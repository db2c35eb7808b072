import { EventEmitter } from 'node:events'
import type { NotificationConstructorOptions } from 'electron'
import type { CallLog } from './call-log'

/** Notes what would have been shown. */
export function notificationClass(calls: CallLog) {
  return class NotificationDouble extends EventEmitter {
    static isSupported = () => true
    readonly #options: NotificationConstructorOptions

    constructor(options: NotificationConstructorOptions) {
      super()
      this.#options = options
    }

    show(): void {
      calls.note('Notification', this.#options)
    }
  }
}
