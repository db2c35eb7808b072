import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { connect, type Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DrivenPage } from './driven-page'

const USUAL_PLACES = ['/usr/bin/firefox-esr', '/usr/bin/firefox']

/** Null where there is none. */
export function firefoxPath(): string | null {
  return process.env['FIREFOX_PATH'] ?? USUAL_PLACES.find(existsSync) ?? null
}

/** No questions, no calls home; the port that 0 stands for is written down in the profile. */
const PREFERENCES = {
  'marionette.port': 0,
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.update.disabledForTesting': true,
  'browser.shell.checkDefaultBrowser': false,
  'network.captive-portal-service.enabled': false,
  'network.connectivity-service.enabled': false
}

/** Firefox by Marionette, its own door for WebDriver. */
export async function openFirefox(path: string): Promise<DrivenPage> {
  const profile = mkdtempSync(join(tmpdir(), 'ops-fusion-firefox-'))
  const lines = Object.entries(PREFERENCES).map(([name, value]) => `user_pref("${name}", ${JSON.stringify(value)});`)
  writeFileSync(join(profile, 'user.js'), lines.join('\n'))
  const child = spawn(path, ['--headless', '--marionette', '--no-remote', '--profile', profile], {
    stdio: 'ignore',
    env: { ...process.env, HOME: profile, MOZ_CRASHREPORTER_DISABLE: '1' }
  })
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const end = async () => {
    child.kill('SIGTERM')
    await ended
    rmSync(profile, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 })
  }
  try {
    const marionette = await joinMarionette(await portOf(profile))
    await marionette.ask('WebDriver:NewSession', { acceptInsecureCerts: true })
    return new DrivenPage({
      navigate: async (url) => void (await marionette.ask('WebDriver:Navigate', { url })),
      execute: (script) => marionette.ask('WebDriver:ExecuteScript', { script, args: [] }),
      find: (using, value) => marionette.ask('WebDriver:FindElement', { using, value }),
      click: async (id) => void (await marionette.ask('WebDriver:ElementClick', { id })),
      type: async (id, text) => void (await marionette.ask('WebDriver:ElementSendKeys', { id, text })),
      async close() {
        marionette.close()
        await end()
      }
    })
  } catch (error) {
    await end()
    throw error
  }
}

async function portOf(profile: string): Promise<number> {
  const path = join(profile, 'MarionetteActivePort')
  for (let tries = 0; tries < 600; tries++) {
    const port = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0
    if (port > 0) return port
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error('Firefox opened no door for WebDriver')
}

interface Marionette {
  ask(command: string, parameters: object): Promise<unknown>
  close(): void
}

/**
 * Each message is its length, a colon, and JSON; an answer is `[1, id, error, result]`.
 *
 * @source firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
 */
async function joinMarionette(port: number): Promise<Marionette> {
  const socket: Socket = connect({ port, host: '127.0.0.1' })
  const waiting = new Map<number, { resolve: (value: unknown) => void; reject: (error: Error) => void }>()
  let rest = Buffer.alloc(0)
  let lastId = 0
  const take = (text: string) => {
    const message = JSON.parse(text) as unknown
    // The first is a greeting.
    if (!Array.isArray(message)) return
    const [, id, error, result] = message as [1, number, object | null, { value?: unknown } | null]
    if (error) waiting.get(id)?.reject(new Error(JSON.stringify(error)))
    else waiting.get(id)?.resolve(result && 'value' in result ? result.value : result)
    waiting.delete(id)
  }
  socket.on('data', (chunk) => {
    rest = Buffer.concat([rest, chunk])
    for (;;) {
      const colon = rest.indexOf(':')
      const length = Number(rest.subarray(0, colon).toString('latin1'))
      if (colon < 0 || rest.length < colon + 1 + length) return
      take(rest.subarray(colon + 1, colon + 1 + length).toString('utf8'))
      rest = rest.subarray(colon + 1 + length)
    }
  })
  const fail = (error: Error) => {
    for (const { reject } of waiting.values()) reject(error)
    waiting.clear()
  }
  socket.on('error', fail)
  socket.on('close', () => fail(new Error('Firefox ended')))
  await new Promise((resolve, reject) => socket.once('connect', resolve).once('error', reject))
  return {
    ask: (command, parameters) =>
      new Promise((resolve, reject) => {
        const id = ++lastId
        waiting.set(id, { resolve, reject })
        const text = Buffer.from(JSON.stringify([0, id, command, parameters]))
        socket.write(Buffer.concat([Buffer.from(`${text.length}:`), text]))
      }),
    close: () => socket.destroy()
  }
}
