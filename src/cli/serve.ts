import { version } from '../../package.json'
import { takePassword } from '../main/browser-door/password'
import { runHeadless } from '../main/headless-run'
import { wordsFor } from '../words/words'
import { EXIT } from './exit-codes'
import { aborted, onInterrupt } from './interrupt'

export interface ServeFlags {
  port: number
  host: string
  origin?: string
  data?: string
}

/** `ops-fusion serve`: the browser door, until Ctrl+C; a password comes in the environment, never on a command line. */
export async function serve(flags: ServeFlags): Promise<number> {
  const { serve: words } = wordsFor('en').terminal
  const password = takePassword()
  const interrupt = onInterrupt()
  const door = await runHeadless({ ...flags, version, ...(password && { password }) })
  process.stdout.write(`${words.ready(door.url)}\n`)
  if (process.stdout.isTTY) process.stderr.write(`${words.stop}\n`)
  await aborted(interrupt.signal)
  await door.close()
  return EXIT.ok
}
