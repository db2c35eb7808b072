/** The browser door: the window as a page on this computer, without Electron. */
import { parseArgs } from 'node:util'
import { version } from '../../package.json'
import { toErrorReply } from '../core/errors'
import { wordsFor } from '../words/words'
import { openInBrowser } from './browser-door/open-in-browser'
import { takePassword } from './browser-door/password'
import { runHeadless } from './headless-run'

const { values: given } = parseArgs({
  options: {
    port: { type: 'string' },
    host: { type: 'string' },
    origin: { type: 'string' },
    data: { type: 'string' },
    open: { type: 'boolean', default: true }
  },
  allowNegative: true
})

try {
  const password = takePassword()
  const door = await runHeadless({
    version,
    ...(given.port !== undefined && { port: Number(given.port) }),
    ...(given.host !== undefined && { host: given.host }),
    ...(given.origin !== undefined && { origin: given.origin }),
    ...(given.data !== undefined && { data: given.data }),
    ...(password && { password })
  })
  process.stdout.write(`OPS Fusion is ready: ${door.url}\n`)
  if (given.open) void openInBrowser(door.url)
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void door.close().then(() => process.exit(0), end))
  }
} catch (error) {
  end(error)
}

function end(error: unknown): never {
  process.stderr.write(`${wordsFor('en').errors.line(toErrorReply(error))}\n`)
  process.exit(1)
}
