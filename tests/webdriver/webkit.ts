import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { DrivenPage } from './driven-page'

const DRIVER = '/usr/bin/WebKitWebDriver'
const DISPLAY_SERVER = '/usr/bin/Xvfb'
const LIBRARIES = '/usr/lib'

/** WebKitGTK's driver, the small browser that comes with the library, and a screen for it. */
export interface WebKit {
  driver: string
  browser: string
}

/** Null where one of them is missing. */
export function findWebKit(): WebKit | null {
  const hasScreen = process.env['DISPLAY'] !== undefined || existsSync(DISPLAY_SERVER)
  const browser = findBrowser()
  return existsSync(DRIVER) && hasScreen && browser !== null ? { driver: DRIVER, browser } : null
}

function findBrowser(): string | null {
  if (!existsSync(LIBRARIES)) return null
  const places = readdirSync(LIBRARIES).flatMap((machine) =>
    ['4.1', '4.0', '6.0'].map((version) => join(LIBRARIES, machine, `webkit2gtk-${version}`, 'MiniBrowser'))
  )
  return places.find(existsSync) ?? null
}

export async function openWebKit({ driver, browser }: WebKit): Promise<DrivenPage> {
  const children: ChildProcess[] = []
  const end = async () => {
    for (const child of children.reverse()) {
      const ended = new Promise((resolve) => child.once('exit', resolve))
      if (child.exitCode === null && child.kill('SIGTERM')) await ended
    }
  }
  try {
    const display = process.env['DISPLAY'] ?? (await openScreen(children))
    const port = await freePort()
    children.push(spawn(driver, [`--port=${port}`], { stdio: 'ignore', env: { ...process.env, DISPLAY: display } }))
    const base = `http://127.0.0.1:${port}/session`
    await untilAnswers(`http://127.0.0.1:${port}/status`)
    const options = { binary: browser, args: ['--automation'] }
    const capabilities = { alwaysMatch: { acceptInsecureCerts: true, 'webkitgtk:browserOptions': options } }
    const { sessionId } = (await command(base, 'POST', { capabilities })) as { sessionId: string }
    const session = `${base}/${sessionId}`
    return new DrivenPage({
      navigate: async (url) => void (await command(`${session}/url`, 'POST', { url })),
      execute: (script) => command(`${session}/execute/sync`, 'POST', { script, args: [] }),
      find: (using, value) => command(`${session}/element`, 'POST', { using, value }),
      click: async (element) => void (await command(`${session}/element/${element}/click`, 'POST', {})),
      type: async (element, text) => void (await command(`${session}/element/${element}/value`, 'POST', { text })),
      async close() {
        await command(session, 'DELETE').catch(() => {})
        await end()
      }
    })
  } catch (error) {
    await end()
    throw error
  }
}

async function command(url: string, method: 'POST' | 'DELETE', body?: object): Promise<unknown> {
  const response = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await response.json()) as { value: unknown }
  if (!response.ok) throw new Error(`${url}: ${JSON.stringify(value)}`)
  return value
}

async function untilAnswers(url: string): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (
      await fetch(url).then(
        ({ ok }) => ok,
        () => false
      )
    )
      return
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('the driver of WebKit does not answer')
}

/** A screen that nobody sees; it chooses its own number and writes it down. */
function openScreen(children: ChildProcess[]): Promise<string> {
  const child = spawn(DISPLAY_SERVER, ['-displayfd', '3', '-screen', '0', '800x900x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe']
  })
  children.push(child)
  return new Promise((resolve, reject) => {
    child.stdio[3]?.once('data', (number: Buffer) => resolve(`:${number.toString('utf8').trim()}`))
    child.once('exit', (code) => reject(new Error(`no screen: ${code}`)))
  })
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0))
    })
  })
}
