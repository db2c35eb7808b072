import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from 'playwright-core'
import { chromiumPath } from '../electron-double/chromium-path'
import { ensureBuilt, ROOT } from './built'
import { watch } from './console-watch'
import type { Door } from './door'

const READY = /^OPS Fusion is ready: (\S+)$/m

/** Starts the built browser door on a free port and opens its address, token and all, in Chromium. */
export async function openBrowserDoor(): Promise<Door> {
  ensureBuilt()
  const data = mkdtempSync(join(tmpdir(), 'ops-fusion-browser-'))
  const child = spawn(
    process.execPath,
    [join(ROOT, 'out/main/headless.js'), '--port', '0', '--no-open', '--data', data],
    { cwd: ROOT, stdio: ['ignore', 'pipe', 'inherit'] }
  )
  const ended = new Promise((resolve) => child.once('exit', resolve))
  const url = await addressOf(child)
  const browser = await chromium.launch({
    executablePath: chromiumPath(),
    headless: process.env['HEADED'] !== '1',
    args: ['--autoplay-policy=no-user-gesture-required']
  })
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } })
  const { origin } = new URL(url)
  const watched = watch(page, origin)
  await page.goto(url, { waitUntil: 'load' })
  return {
    name: 'browser',
    page,
    origin,
    data,
    problems: watched.problems,
    async close() {
      await browser.close()
      child.kill('SIGTERM')
      await ended
      rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = ''
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      said += text
      const [, url] = READY.exec(said) ?? []
      if (url !== undefined) resolve(url)
    })
    child.once('exit', (code) => reject(new Error(`the browser door ended (${code}) before it was ready: ${said}`)))
  })
}
