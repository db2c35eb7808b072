/** Loaded before the analysis process: gives it the port that Electron's utility processes have. */
import { EventEmitter } from 'node:events'

const port = new EventEmitter()
port.postMessage = (message) => process.send(message)
process.on('message', (data) => port.emit('message', { data, ports: [] }))
process.once('disconnect', () => process.exit())
Object.defineProperty(process, 'parentPort', { value: port })
