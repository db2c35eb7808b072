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
})
