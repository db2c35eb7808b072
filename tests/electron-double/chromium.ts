import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type BrowserContext, chromium } from 'playwright-core'
import { chromiumPath } from './chromium-path'

/** One Chromium for all windows of the program, started with the first of them. */
export class Chromium {
  #starting: Promise<BrowserContext> | null = null
  #profile = ''

  context(size: { width: number; height: number }): Promise<BrowserContext> {
    this.#starting ??= this.#start(size)
    return this.#starting
  }

  /** Where another process can take part in the same pages. */
  endpoint(): string {
    const [port] = readFileSync(join(this.#profile, 'DevToolsActivePort'), 'utf8').split('\n')
    return `http://127.0.0.1:${port}`
  }

  async close(): Promise<void> {
    await (await this.#starting)?.close()
    if (existsSync(this.#profile)) rmSync(this.#profile, { recursive: true, maxRetries: 5 })
  }

  #start({ width, height }: { width: number; height: number }): Promise<BrowserContext> {
    this.#profile = mkdtempSync(join(tmpdir(), 'electron-double-'))
    return chromium.launchPersistentContext(this.#profile, {
      executablePath: chromiumPath(),
      headless: process.env['HEADED'] !== '1',
      viewport: null,
      args: [
        '--remote-debugging-port=0',
        `--window-size=${width},${height}`,
        // The program needs no network; a test that reaches one is wrong.
        '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE *.localhost, EXCLUDE 127.0.0.1',
        '--autoplay-policy=no-user-gesture-required'
      ]
    })
  }
}
