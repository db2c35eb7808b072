import { spawn } from 'node:child_process'
import { join } from 'node:path'
import type { Recording } from '../src/contracts/recording'
import type { Reply } from '../src/contracts/reply'
import { ROOT } from './cli-run'

/** The real program behind its browser door, in a process of its own. */
export interface HeadlessHost {
  pid: number
  /** Drops a file onto its page; null where it ended before it replied. */
  drop(name: string, bytes: Uint8Array): Promise<Reply<Recording> | null>
  /** Makes a call of the window: `library.rename`; null where it ended before it replied. */
  call<Value>(name: string, input?: object): Promise<Reply<Value> | null>
  end(signal: NodeJS.Signals): Promise<void>
}

/** A program that was just started, and may be ended before it is ready. */
export interface Starting {
  ready: Promise<HeadlessHost>
  end(signal: NodeJS.Signals): Promise<void>
}

/** Starts the program that was built, on a free port. */
export function startHeadless(data: string): Starting {
  const child = spawn(
    process.execPath,
    [join(ROOT, 'out/main/headless.js'), '--port', '0', '--no-open', '--data', data],
    { stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return gone
  }
  const url = new Promise<string>((found, failed) => {
    let said = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [, address] = /(http:\S+)\n/.exec(said) ?? []
      if (address) found(address)
    })
    child.once('exit', () => failed(new Error(`it ended before it was ready: ${said}`)))
  })
  const ready = url.then(async (address): Promise<HeadlessHost> => {
    const first = await fetch(address, { redirect: 'manual' })
    const cookie = first.headers.get('set-cookie')!.split(';')[0]!
    const { origin } = new URL(address)
    return {
      pid: child.pid!,
      drop: (name, bytes) =>
        ask(`${origin}/intake?name=${name}`, { method: 'PUT', headers: { cookie }, body: new Uint8Array(bytes) }),
      call: (name, input) =>
        ask(`${origin}/api/${name}`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          ...(input && { body: JSON.stringify(input) })
        }),
      end
    }
  })
  // Whoever ends it early does not wait for it.
  ready.catch(() => {})
  return { ready, end }
}

function ask<Value>(url: string, request: RequestInit): Promise<Reply<Value> | null> {
  return fetch(url, request).then(
    (response) => response.json() as Promise<Reply<Value>>,
    () => null
  )
}
