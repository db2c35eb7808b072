import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { type Browser, chromium, type Page } from 'playwright-core'
import { build, type PreviewServer, preview } from 'vite'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { chromiumPath } from '../electron-double/chromium-path'
import { ROOT } from './built'
import { watch } from './console-watch'

const CONFIG = { configFile: join(ROOT, 'src/renderer/gallery.config.ts'), logLevel: 'error' } as const
/** For whoever wants to look: a picture of each sheet, by theme and width. */
const PICTURES = join(ROOT, 'test-results', 'gallery')
const WIDTHS = { wide: { width: 1280, height: 800 }, narrow: { width: 390, height: 740 } }

let server: PreviewServer
let browser: Browser
let address: string

beforeAll(async () => {
  mkdirSync(PICTURES, { recursive: true })
  await build(CONFIG)
  server = await preview({ ...CONFIG, preview: { port: 0, host: '127.0.0.1' } })
  address = `${server.resolvedUrls?.local[0]}gallery.html`
  browser = await chromium.launch({ executablePath: chromiumPath() })
})
afterAll(async () => {
  await browser?.close()
  await server?.close()
})

/** Grave barriers; `rules` of axe, or all of them. */
async function barriers(page: Page, rules?: string[]): Promise<string[]> {
  const axe = new AxeBuilder({ page })
  const { violations } = await (rules ? axe.withRules(rules) : axe).analyze()
  const grave = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  return grave.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)
}

async function excess(page: Page): Promise<string[]> {
  const pixels = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
  return pixels > 0 ? [`${pixels} px too wide`] : []
}

// What another theme or width cannot change is looked for once.
it.each([
  ['light', 'wide', barriers],
  ['dark', 'wide', (page: Page) => barriers(page, ['color-contrast'])],
  ['light', 'narrow', excess]
] as const)('the living page has a picture of every sheet, without a fault: %s, %s', async (theme, width, faultsOf) => {
  const context = await browser.newContext({ viewport: WIDTHS[width] })
  const page = await context.newPage()
  const { problems } = watch(page, new URL(address).origin)
  await page.goto(`${address}?theme=${theme}`)
  const names = await page.locator('a').allTextContents()
  expect(names.length).toBeGreaterThan(20)
  const found: string[] = []
  for (const name of names) {
    await page.goto(`${address}?theme=${theme}#${name}`)
    await page.screenshot({ path: join(PICTURES, `${name}-${theme}-${width}.png`), animations: 'disabled' })
    found.push(...(await faultsOf(page)).map((fault) => `${name}: ${fault}`))
  }
  expect(found).toEqual([])
  expect(problems()).toEqual([])
  await context.close()
})
