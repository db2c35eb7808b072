import { fork } from 'node:child_process'
import { lockFlags, minimalEnvironment } from './child-rights'
import type { ProcessPort, SpawnAnalysis } from './rpc'

/**
 * What was made last is looked through when there is so much of it, MiB. By itself V8 doubles that after some hundred
 * recordings, and never goes back.
 */
const YOUNG_MEBIBYTES = 8

/**
 * Starts the analysis process with plain Node: behind the browser door, in the terminal, and in tests.
 *
 * A process, not a worker thread: a decoder that crashes natively would take every thread of the host along.
 */
export function spawnWithNode(entry: string): SpawnAnalysis {
  return (): ProcessPort => {
    const child = fork(entry, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
      env: minimalEnvironment(),
      execArgv: [...lockFlags(), `--max-semi-space-size=${YOUNG_MEBIBYTES}`]
    })
    let lastErrors = ''
    child.stderr?.setEncoding('utf8').on('data', (text: string) => {
      lastErrors = (lastErrors + text).slice(-2000)
    })
    return {
      get pid() {
        return child.exitCode === null && child.signalCode === null ? child.pid : undefined
      },
      // A message to a process that has just died is answered by `onExit`, not by an exception here.
      post: (message) => child.connected && child.send(message as object, () => {}),
      onMessage: (listener) => child.on('message', listener),
      onExit(listener) {
        child.once('exit', (code, signal) =>
          listener(`the analysis process ended (${signal ?? code}) ${lastErrors}`.trim())
        )
        // A computer without room for another process.
        child.once('error', ({ message }) => listener(`the analysis process did not start: ${message}`))
      },
      kill: () => child.kill('SIGKILL')
    }
  }
}
