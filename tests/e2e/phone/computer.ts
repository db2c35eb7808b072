import type { Page } from 'playwright-core'
import type { HandOverState } from '../../../src/contracts/hand-over'
import type { Recording } from '../../../src/contracts/recording'
import type { Reply } from '../../../src/contracts/reply'
import { hashOf } from '../../../src/renderer/state/route'
import { openBrowserDoor } from '../browser-door'
import type { Door } from '../door'

/** The real program, started as people start it, that phones can reach. */
export interface Computer {
  door: Door
  pairing(): Promise<HandOverState>
  /** What the QR code says. */
  link(kind?: 'link' | 'plainLink'): Promise<string>
  /** The page's address without a code, as a phone that is paired has it. */
  phoneAddress(): string
  /** Waits for a phone to show its words, and confirms them. */
  confirm(): Promise<[string, string]>
  recordings(): Promise<Recording[]>
  /** The newest; throws where there is none. */
  latest(): Promise<Recording>
  /** Opens the newest in the window: what a phone sends takes the page from nobody. */
  showLatest(): Promise<Page>
  call<Value>(name: string, input?: unknown): Promise<Value>
  close(): Promise<void>
}

export async function openComputer(): Promise<Computer> {
  const door = await openBrowserDoor()
  const call = async <Value>(name: string, input?: unknown): Promise<Value> => {
    const reply = (await door.page.evaluate(
      async ([path, body]) => {
        const response = await fetch(`/api/${path}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          ...(body === undefined ? {} : { body })
        })
        return response.json()
      },
      [name, input === undefined ? undefined : JSON.stringify(input)] as const
    )) as Reply<Value>
    if (!reply.ok) throw new Error(`${name}: ${JSON.stringify(reply.error)}`)
    return reply.value
  }
  const pairing = () => call<HandOverState>('phone.state')
  const recordings = () => call<Recording[]>('library.list')
  const latest = async () => {
    const [newest] = await recordings()
    if (!newest) throw new Error('the library is empty')
    return newest
  }
  await call('phone.open')
  let address = ''
  return {
    door,
    call,
    pairing,
    recordings,
    latest,
    async showLatest() {
      const { id } = await latest()
      await door.page.goto(`${door.origin}/${hashOf({ view: 'analyse', id })}`)
      return door.page
    },
    phoneAddress: () => address,
    async link(kind = 'link') {
      const { addresses } = await call<HandOverState>('phone.newCode')
      const url = addresses.find((address) => address[kind] !== null)?.[kind]?.url
      if (url === undefined) throw new Error('this computer is in no network that a phone could come from')
      if (kind === 'link') address = url.replace(/#.*/, '')
      return url
    },
    async confirm() {
      for (let tries = 0; tries < 100; tries++) {
        const { waiting } = await pairing()
        if (waiting) {
          await call('phone.confirm', { phoneId: waiting.phoneId })
          return waiting.words
        }
        await new Promise((resolve) => setTimeout(resolve, 100))
      }
      throw new Error('no phone came')
    },
    close: () => door.close()
  }
}
