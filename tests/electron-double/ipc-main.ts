import { EventEmitter } from 'node:events'
import { deserialize, serialize } from 'node:v8'
import type { IpcMain, IpcMainInvokeEvent } from 'electron'

type Listener = Parameters<IpcMain['handle']>[1]

/** What a frame looks like to the main process. */
export interface Frame {
  url: string
  parent: Frame | null
}

export type InvokeReply = { value: unknown } | { error: string }

/** Values cross between processes as copies; what cannot be copied (a function) fails. */
export function cloned<Value>(value: Value): Value {
  return deserialize(serialize(value)) as Value
}

/** Calls from pages, answered by the program's own handlers. */
export class IpcMainDouble extends EventEmitter implements Pick<IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, Listener>()

  handle(channel: string, listener: Listener): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, listener)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** The calls that are answered. */
  channels(): string[] {
    return [...this.#handlers.keys()]
  }

  /** @param frame null for one that has gone in the meantime */
  async invoke(
    channel: string,
    args: readonly unknown[],
    frame: Frame | null,
    sender: unknown = {}
  ): Promise<InvokeReply> {
    try {
      const listener = this.#handlers.get(channel)
      if (listener === undefined) throw new Error(`No handler registered for '${channel}'`)
      const event = {
        type: 'frame',
        sender,
        senderFrame: frame,
        frameId: 1,
        processId: 1
      } as unknown as IpcMainInvokeEvent
      return { value: cloned(await (listener(event, ...args.map(cloned)) as unknown)) }
    } catch (thrown) {
      return { error: `Error invoking remote method '${channel}': ${thrown}` }
    }
  }
}
