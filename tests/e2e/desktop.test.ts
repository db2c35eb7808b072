import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { afterAll, afterEach, describe, expect, it } from 'vitest'
import { menu as menuWords } from '../../src/words/en/menu'
import { type DesktopDoor, openDesktopDoor, startAgain } from './desktop-door'
import { HEARTS } from './recordings'
import { allDone, goTo, library, shownAnalysis, words } from './steps'

const data = mkdtempSync(join(tmpdir(), 'ops-fusion-desk-'))
afterAll(() => rmSync(data, { recursive: true, force: true, maxRetries: 5 }))

/** Does what choosing a menu entry does, with what the dialogs will answer. */
function pick(door: DesktopDoor, label: string, chosen: string[] = []): Promise<void> {
  return door.evaluate(
    ({ electron, double }, { label, chosen }) => {
      if (chosen.length > 0) double.answers.open.push(chosen)
      const find = (entries: Entry[]): Entry | undefined =>
        entries.flatMap((entry) => [entry, ...(entry.submenu ?? [])]).find((entry) => entry.label === label)
      find((electron.Menu.getApplicationMenu() ?? []) as Entry[])?.click?.()
    },
    { label, chosen }
  )
}

describe('the desktop door', () => {
  let door: DesktopDoor
  afterEach(() => expect(door.problems()).toEqual([]))

  it('opens the files that its command line names', async () => {
    door = await openDesktopDoor({ words: ['--enable-features=None', HEARTS[0]!], data })
    await shownAnalysis(door.page)
    await door.page.getByRole('heading', { level: 1, name: basename(HEARTS[0]!) }).waitFor()
    expect(await door.evaluate(({ double }) => double.calls.of('app.addRecentDocument'))).toEqual([[HEARTS[0]]])
  })

  it('opens what a second start names, in the first window', async () => {
    expect(await startAgain([HEARTS[1]!], data)).toBe(0)
    await door.page.getByRole('heading', { level: 1, name: basename(HEARTS[1]!) }).waitFor()
    expect(await door.evaluate(({ electron }) => electron.BrowserWindow.getAllWindows().length)).toBe(1)
  })

  it('opens files and folders from its menu', async () => {
    await pick(door, menuWords.open, [HEARTS[2]!])
    await door.page.getByRole('heading', { level: 1, name: basename(HEARTS[2]!) }).waitFor()
    await pick(door, menuWords.openFolder)
    expect((await door.evaluate(({ double }) => double.calls.of('dialog.showOpenDialog'))).at(-1)).toEqual([
      { properties: ['openDirectory'] }
    ])
    expect(await allDone(door.page, 3)).toHaveLength(3)
  })

  it('opens what the system hands over, and says what it cannot open', async () => {
    await door.evaluate(({ electron }, path) => {
      electron.app.emit('open-file', { preventDefault: () => {} }, path)
    }, HEARTS[3])
    await door.page.getByRole('heading', { level: 1, name: basename(HEARTS[3]!) }).waitFor()
    await door.evaluate(({ electron }) => {
      electron.app.emit('open-file', { preventDefault: () => {} }, '/no/such/sound.wav')
    })
    await expect
      .poll(() => door.evaluate(({ double }) => double.calls.of('dialog.showMessageBox').length), { timeout: 5000 })
      .toBe(1)
  })

  it('shows its progress in the taskbar and takes it away', async () => {
    const bars = (await door.evaluate(({ double }) => double.calls.of('setProgressBar'))).flat() as number[]
    expect(Math.max(...bars)).toBeGreaterThan(0.2)
    expect(bars.at(-1)).toBe(-1)
  })

  it('follows the theme that is set, natively too', async () => {
    await goTo(door, 'settings')
    await door.page.getByRole('button', { name: words.frame.theme.label }).click()
    await door.page.getByRole('menuitem', { name: words.frame.theme.dark, exact: true }).click()
    await expect.poll(() => door.evaluate(({ electron }) => electron.nativeTheme.themeSource)).toBe('dark')
    const isDark = () =>
      door.page.evaluate(() => (globalThis as unknown as Media).matchMedia('(prefers-color-scheme: dark)').matches)
    await expect.poll(isDark).toBe(true)
  })

  it('loads its page again when it dies, once; then a person decides', async () => {
    const die = () =>
      door.evaluate(({ electron }) => {
        electron.BrowserWindow.getAllWindows()[0]?.webContents.emit(
          'render-process-gone',
          {},
          { reason: 'crashed', exitCode: 5 }
        )
      })
    const loads = () => door.evaluate(({ double }) => double.calls.of('loadURL').length)
    const before = await loads()
    await die()
    await expect.poll(loads).toBe(before + 1)
    await die()
    const asked = await door.evaluate(({ double }) => double.calls.of('dialog.showMessageBox').at(-1))
    expect(asked?.[0]).toMatchObject({
      message: menuWords.stopped.what,
      buttons: [menuWords.stopped.again, menuWords.stopped.quit]
    })
    // Nobody answers here, which means quit.
    expect(await door.ended).toBe(0)
  })

  it('says why it cannot start where it may not keep anything', async () => {
    const noFolder = join(data, 'a-file')
    writeFileSync(noFolder, '')
    expect(await startAgain([], join(noFolder, 'data'))).toBe(1)
  })

  it('remembers where its window stood, and everything else, from start to start', async () => {
    await door.close()
    const kept = JSON.parse(readFileSync(join(data, 'window', 'window.json'), 'utf8')) as object
    expect(kept).toEqual({ x: 0, y: 0, width: 1280, height: 800, isMaximized: false })
    door = await openDesktopDoor({ data })
    expect((await library(door.page)).map(({ name }) => name).sort()).toEqual(
      HEARTS.map((path) => basename(path)).sort()
    )
    const [[options]] = (await door.evaluate(({ double }) => double.calls.of('BrowserWindow'))) as [[object]]
    expect(options).toMatchObject({ x: 0, y: 0, width: 1280, height: 800, backgroundColor: '#0e1217' })
  })

  it('ends with its window, and leaves no process behind', async () => {
    const child = await door.evaluate(({ double }) => double.calls.of('utilityProcess.fork').length)
    expect(child).toBeGreaterThan(0)
    await door.evaluate(({ electron }) => electron.BrowserWindow.getAllWindows()[0]?.close())
    expect(await door.ended).toBe(0)
    await door.close()
  })
})

interface Entry {
  label?: string
  click?: () => void
  submenu?: Entry[]
}

interface Media {
  matchMedia(query: string): { matches: boolean }
}
