import { runInThisContext } from 'node:vm'
import type { ElectronDouble } from './electron'

interface Question {
  id: number
  /** Source of a function of the electron module's parts and one argument. */
  source: string
  argument: unknown
}

export type Reply = { id: number; value: unknown } | { id: number; error: string }

/** Lets the process that started this one run a function in it, as Playwright's `ElectronApplication.evaluate` does. */
export function openControl(electron: ElectronDouble['electron'], double: ElectronDouble['double']): void {
  process.on('message', async ({ id, source, argument }: Question) => {
    try {
      const f = runInThisContext(`(${source})`) as (context: ElectronDouble, argument: unknown) => unknown
      send({ id, value: await f({ electron, double }, argument) })
    } catch (thrown) {
      send({ id, error: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) })
    }
  })
}

function send(reply: Reply): void {
  process.send?.(reply)
}
