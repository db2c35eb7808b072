import { utilityProcess } from 'electron'
import { minimalEnvironment } from '../analysis/child-rights'
import type { ProcessPort, SpawnAnalysis } from '../analysis/rpc'

/**
 * Starts the analysis process as a utility process of Electron.
 *
 * `child_process.fork` is no way in a packaged program: it needs the `runAsNode` fuse, with which anybody on the
 * machine could make our signed program run any script.
 */
export function spawnWithElectron(entry: string): SpawnAnalysis {
  return (): ProcessPort => {
    const child = utilityProcess.fork(entry, [], {
      serviceName: 'OPS Fusion analysis',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: minimalEnvironment()
    })
    let lastErrors = ''
    let isToEnd = false
    child.stderr?.on('data', (text: Buffer) => {
      lastErrors = (lastErrors + text.toString('utf8')).slice(-2000)
    })
    child.once('spawn', () => {
      if (isToEnd) end(child)
    })
    return {
      get pid() {
        return child.pid
      },
      post: (message) => child.postMessage(message),
      onMessage: (listener) => child.on('message', listener),
      onExit: (listener) =>
        child.once('exit', (code) => listener(`the analysis process ended (${code}) ${lastErrors}`.trim())),
      kill: () => {
        // Before `spawn` there is nothing to end yet.
        isToEnd = true
        end(child)
      }
    }
  }
}

/** At once: a process that goes round in circles in native code need not listen to a polite request. */
function end(child: Electron.UtilityProcess): void {
  const { pid } = child
  child.kill()
  if (pid === undefined) return
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}
