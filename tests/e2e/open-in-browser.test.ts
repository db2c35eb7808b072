import { spawn } from 'node:child_process'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { chromiumPath } from '../electron-double/chromium-path'
import { ensureBuilt, ROOT } from './built'

let folder: string
beforeEach(() => {
  ensureBuilt()
  folder = mkdtempSync(join(tmpdir(), 'ops-fusion-open-'))
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** Stands where the system's opener is looked for, and writes down its command line. */
function placeOpener(): { path: string; given: () => string } {
  const [path, written] = [join(folder, 'bin'), join(folder, 'given')]
  mkdirSync(path)
  writeFileSync(
    join(path, 'xdg-open'),
    `#!/bin/sh\nprintf '%s' "$*" > '${written}.part'\nmv '${written}.part' '${written}'\n`
  )
  chmodSync(join(path, 'xdg-open'), 0o700)
  return { path, given: () => (existsSync(written) ? readFileSync(written, 'utf8') : '') }
}

// Other systems have openers that cannot be stood in for by name.
describe.runIf(process.platform === 'linux')('the browser that the program opens', () => {
  it('comes in without its token standing in a command line', async () => {
    const opener = placeOpener()
    const door = spawn(
      process.execPath,
      [join(ROOT, 'out/main/headless.js'), '--port', '0', '--data', join(folder, 'data')],
      {
        env: { ...process.env, HOME: folder, PATH: `${opener.path}:${process.env['PATH']}` },
        stdio: ['ignore', 'pipe', 'inherit']
      }
    )
    const ended = new Promise((resolve) => door.once('exit', resolve))
    const browser = await chromium.launch({ executablePath: chromiumPath() })
    try {
      await expect.poll(opener.given, { timeout: 20_000 }).toMatch(/^file:/)
      expect(opener.given()).not.toContain('token')
      const path = fileURLToPath(opener.given())
      expect([statSync(path).mode & 0o777, statSync(dirname(path)).mode & 0o777]).toEqual([0o600, 0o700])
      const page = await browser.newPage()
      await page.goto(opener.given())
      await page.waitForURL((url) => url.protocol === 'http:' && url.search === '')
      await expect.poll(() => page.title()).toBe('OPS Fusion')
    } finally {
      await browser.close()
      door.kill('SIGTERM')
      await ended
    }
  })
})
