import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openSettings } from './settings'

const DEFAULTS = { theme: 'system', operatingPoint: 'balanced', showsEvidence: false }

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-settings-'))
})
afterEach(() => rm(folder, { recursive: true }))

describe('settings', () => {
  it('starts with the defaults', async () => {
    expect((await openSettings(folder)).get()).toEqual(DEFAULTS)
  })

  it('keeps a change, and the other fields as they were', async () => {
    const settings = await openSettings(folder)
    expect(await settings.set({ theme: 'dark', operatingPoint: undefined })).toEqual({ ...DEFAULTS, theme: 'dark' })
    expect((await openSettings(folder)).get()).toEqual({ ...DEFAULTS, theme: 'dark' })
  })

  it('loses one bad field, not the others', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme":"plaid","operatingPoint":"miss-few"}')
    expect((await openSettings(folder)).get()).toEqual({ ...DEFAULTS, operatingPoint: 'miss-few' })
  })

  it.each(['', 'not json', 'null', '[]', '7'])('goes back to the defaults where the file holds %j', async (text) => {
    await writeFile(join(folder, 'settings.json'), text)
    expect((await openSettings(folder)).get()).toEqual(DEFAULTS)
  })

  it('never writes over a file that it cannot read', async () => {
    await writeFile(join(folder, 'settings.json'), '{"theme":"dark"')
    await (await openSettings(folder)).set({ showsEvidence: true })
    const aside = (await readdir(folder)).find((name) => name.startsWith('settings.json.damaged-'))
    expect(await readFile(join(folder, aside!), 'utf8')).toBe('{"theme":"dark"')
    await rm(join(folder, 'settings.json'))
    await mkdir(join(folder, 'settings.json'))
    await expect(openSettings(folder)).rejects.toMatchObject({ code: 'storage-unwritable' })
  })

  it('says so when they cannot be kept', async () => {
    await writeFile(join(folder, 'blocked'), '')
    const settings = await openSettings(join(folder, 'blocked', 'inside'))
    await expect(settings.set({ theme: 'dark' })).rejects.toMatchObject({ code: 'storage-unwritable' })
    expect(await readFile(join(folder, 'blocked'), 'utf8')).toBe('')
  })
})
