import { type ChildProcess, fork } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { fileURLToPath } from 'node:url'
import type { ForkOptions } from 'electron'
import type { CallLog } from './call-log'

const PARENT_PORT = fileURLToPath(new URL('./parent-port.mjs', import.meta.url))

/** A forked Node process that sees Electron's `process.parentPort`. */
class UtilityProcessDouble extends EventEmitter {
  readonly #child: ChildProcess

  constructor(modulePath: string, args: readonly string[], { stdio, env }: ForkOptions) {
    super()
    const isPiped = Array.isArray(stdio) && stdio[2] === 'pipe'
    this.#child = fork(modulePath, args, {
      serialization: 'advanced',
      env: { ...(env ?? process.env) },
      // Without the loader hooks of this process: the real one has none either.
      execArgv: ['--import', PARENT_PORT],
      stdio: ['ignore', 'ignore', isPiped ? 'pipe' : 'inherit', 'ipc']
    })
    this.#child.on('message', (message) => this.emit('message', message))
    this.#child.once('exit', (code, signal) => this.emit('exit', code ?? (signal === null ? 0 : 1)))
    this.#child.once('spawn', () => this.emit('spawn'))
  }

  get pid(): number | undefined {
    return this.#child.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined
  }

  get stdout() {
    return this.#child.stdout
  }

  get stderr() {
    return this.#child.stderr
  }

  postMessage(message: unknown): void {
    if (this.#child.connected) this.#child.send(message as object, () => {})
  }

  kill(): boolean {
    return this.#child.kill()
  }
}

export function utilityProcessDouble(calls: CallLog) {
  return {
    fork: (modulePath: string, args: readonly string[] = [], options: ForkOptions = {}) => {
      calls.note('utilityProcess.fork', modulePath, options)
      return new UtilityProcessDouble(modulePath, args, options)
    }
  }
}
