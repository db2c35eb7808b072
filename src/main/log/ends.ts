import type { Log } from './log'

/**
 * Writes down how the program ends: that it was wanted, or the fault that it dies of.
 *
 * @returns ends it
 */
export function writeDownEnds(log: Log): () => void {
  const onFault = (thrown: unknown) => log.fail('crash', thrown)
  process.on('uncaughtExceptionMonitor', onFault)
  return () => {
    process.off('uncaughtExceptionMonitor', onFault)
    log.write({ event: 'stop' })
  }
}
