/**
 * The analysis process: bytes in, analysis out.
 *
 * It decodes what strangers send and runs native code for whole seconds, so it lives apart from the host and may be
 * killed at any moment. It has no network, no library and no settings: everything comes in the message.
 */
import { createAnalysis } from './analyse-request'
import { type Port, serve } from './rpc'

/** What Electron adds to `process` in a utility process; Node's forked process has `process.send` instead. */
interface UtilityProcess {
  parentPort?: {
    postMessage(message: unknown): void
    on(event: 'message', listener: (event: { data: unknown }) => void): void
  }
}

function portToParent(): Port {
  const { parentPort } = process as UtilityProcess
  if (parentPort) {
    return {
      post: (message) => parentPort.postMessage(message),
      onMessage: (listener) => parentPort.on('message', ({ data }) => listener(data))
    }
  }
  process.once('disconnect', () => process.exit())
  return {
    post: (message) => process.send?.(message),
    onMessage: (listener) => process.on('message', listener)
  }
}

serve(portToParent(), createAnalysis())
