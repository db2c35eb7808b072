import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron } from 'playwright-core'
import { describe, expect, it } from 'vitest'
import { ensureBuilt, ROOT } from './built'
import type { PageWorld } from './page-world'
import { HEARTS } from './recordings'
import { drop, shownAnalysis, words } from './steps'

/** Where Electron's own installer puts the program; null before it has run. */
function electronBinary(): string | null {
  const folder = join(ROOT, 'node_modules', 'electron')
  const note = join(folder, 'path.txt')
  if (!existsSync(note)) return null
  const path = join(folder, 'dist', readFileSync(note, 'utf8'))
  return existsSync(path) ? path : null
}

const executablePath = electronBinary()
const isHere = executablePath !== null

/** What the double cannot show: the scheme, the sandbox, the policy's header and the native modules in Electron itself. */
describe.runIf(isHere)('the real Electron', () => {
  it('opens the window, keeps its policy, and analyses a recording', async () => {
    ensureBuilt()
    const data = mkdtempSync(join(tmpdir(), 'ops-fusion-electron-'))
    const program = await _electron.launch({
      executablePath: executablePath!,
      // Without a sandbox of the system's own, as in most containers, Chromium does not start as root.
      args: [...(process.getuid?.() === 0 ? ['--no-sandbox'] : []), ROOT],
      env: { ...(process.env as Record<string, string>), OPS_FUSION_DATA: data }
    })
    try {
      const page = await program.firstWindow()
      await page.getByRole('heading', { level: 1, name: words.start.title }).waitFor()
      expect(page.url()).toMatch(/^app:\/\/ops-fusion\//)
      const world = await page.evaluate(() => {
        const { document, require, process, opsFusion } = globalThis as unknown as PageWorld
        const script = document.createElement('script')
        script.textContent = 'globalThis.wasRun = true'
        document.body.append(script)
        return { isOpen: 'wasRun' in globalThis, strangers: [require, process], domains: Object.keys(opsFusion) }
      })
      expect(world.isOpen).toBe(false)
      expect(world.strangers).toEqual([undefined, undefined])
      expect(world.domains).toContain('library')
      await drop(page, [HEARTS[0]!])
      const { answer } = await shownAnalysis(page)
      await page.getByRole('heading', { level: 2, name: words.answer.outcome(answer.outcome) }).waitFor()
    } finally {
      await program.close()
      rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    }
  })
})

describe.skipIf(isHere)('the real Electron', () => {
  it.skip('is not here: `npx install-electron` fetches it, and then this runs', () => {})
})
