import { readFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import type { Door } from './door'
import { DOORS } from './doors'
import { goTo, words } from './steps'

describe.each(DOORS)('the system check, through the $name door', ({ open }) => {
  let door: Door
  beforeAll(async () => {
    door = await open()
  })
  afterAll(() => door?.close())
  afterEach(() => expect(door.problems()).toEqual([]))

  it('is looked at when it is asked for, down to a real inference and every decoder', async () => {
    const { page } = door
    await goTo(door, 'system')
    const copy = page.getByRole('button', { name: words.system.copy })
    await copy.waitFor({ timeout: 60_000 })
    const said = await page.getByRole('main').textContent()
    for (const check of ['golden-inference', 'decoders', 'storage'] as const)
      expect(said).toContain(words.system.name(check))
  })

  it('can be copied, though the page may not have the clipboard', async () => {
    const { page } = door
    await page.getByRole('button', { name: words.system.copy }).click()
    await page.getByText(words.details.copied).waitFor()
  })

  it('is part of what a helper may be given: shown in the settings first, then saved as it was shown', async () => {
    const { page } = door
    await goTo(door, 'settings')
    await page.getByRole('button', { name: words.bundle.show }).click()
    const shown = page.getByRole('textbox', { name: words.bundle.title })
    await shown.waitFor({ timeout: 60_000 })
    const text = await shown.inputValue()
    expect(text).toMatch(/^golden-inference: ok/m)
    expect(text).toMatch(/ start version=/)
    expect(text).not.toContain(door.data)
    // What Electron's own dialog saves, its double cannot see.
    if (door.name === 'desktop') return
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: words.bundle.save }).click()
    ])
    expect(download.suggestedFilename()).toBe('ops-fusion-help.txt')
    expect(readFileSync(await download.path(), 'utf8')).toBe(text)
  })
})
