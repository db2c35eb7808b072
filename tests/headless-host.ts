import { fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createEventReader } from '../src/contracts/event-stream'
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
  /** Hears its events, named `library.onChanged`; rejects when it hears no more. */
  follow(onEvent: (name: string, payload: unknown) => void): Promise<never>
  /** Asks what was preloaded. */
  ask(message: string): Promise<unknown>
  isAlive(): boolean
  end(signal: NodeJS.Signals): Promise<void>
}

/** A program that was just started, and may be ended before it is ready. */
export interface Starting {
  ready: Promise<HeadlessHost>
  end(signal: NodeJS.Signals): Promise<void>
}

/**
 * Starts the program that was built, on a free port.
 *
 * @param preload a module that is loaded before it, and may answer messages
 */
export function startHeadless(data: string, { preload }: { preload?: string } = {}): Starting {
  const child = fork(join(ROOT, 'out/main/headless.js'), ['--port', '0', '--no-open', '--data', data], {
    execArgv: preload ? ['--import', preload] : [],
    stdio: ['ignore', 'pipe', 'inherit', 'ipc']
  })
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal)
    return gone
  }
  const url = new Promise<string>((found, failed) => {
    let said = ''
    child.stdout!.setEncoding('utf8').on('data', (text: string) => {
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
        ask(`${origin}/intake?name=${encodeURIComponent(name)}`, {
          method: 'PUT',
          headers: { cookie },
          body: new Uint8Array(bytes)
        }),
      call: (name, input) =>
        ask(`${origin}/api/${name}`, {
          method: 'POST',
          headers: { cookie, 'content-type': 'application/json' },
          ...(input && { body: JSON.stringify(input) })
        }),
      async follow(onEvent) {
        const { body } = await fetch(`${origin}/api/events`, { headers: { cookie } })
        const read = createEventReader()
        for await (const text of body!.pipeThrough(new TextDecoderStream())) {
          for (const { name, data } of read(text)) onEvent(name, JSON.parse(data))
        }
        throw new Error('the program has ended')
      },
      async ask(message) {
        const reply = once(child, 'message')
        child.send(message)
        return (await reply)[0]
      },
      isAlive: () => child.exitCode === null && child.signalCode === null,
      end
    }
  })
  // Whoever ends it early does not wait for it.
  ready.catch(() => {})
  return { ready, end }
}

async function ask<Value>(url: string, request: RequestInit): Promise<Reply<Value> | null> {
  try {
    return (await (await fetch(url, request)).json()) as Reply<Value>
  } catch {
    // It ended before the reply was whole.
    return null
  }
}
