/**
 * Loaded before the analysis process: gives it the port that Electron's utility processes have.
 *
 * As in Electron, what arrives before anybody listens waits: listening to `process` itself begins with the first
 * listener, and until then Node keeps the messages.
 */
import { EventEmitter } from 'node:events'

const port = new EventEmitter()
port.postMessage = (message) => process.send(message)
port.once('newListener', () => process.on('message', (data) => port.emit('message', { data, ports: [] })))
process.once('disconnect', () => process.exit())
Object.defineProperty(process, 'parentPort', { value: port })
