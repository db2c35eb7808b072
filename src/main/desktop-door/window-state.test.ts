import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { placeWindow, readWindowState, writeWindowState } from './window-state'

const SCREEN = { x: 0, y: 0, width: 1920, height: 1040 }
const SECOND = { x: 1920, y: 0, width: 1280, height: 1024 }
const KEPT = { x: 2000, y: 100, width: 1000, height: 700, isMaximized: true }

describe('placeWindow', () => {
  it('opens in the usual size where nothing was kept', () => {
    expect(placeWindow(null, [SCREEN])).toEqual({ width: 1280, height: 800, isMaximized: false })
  })

  it('opens where it was left', () => {
    expect(placeWindow(KEPT, [SCREEN, SECOND])).toEqual({
      width: 1000,
      height: 700,
      position: { x: 2000, y: 100 },
      isMaximized: true
    })
  })

  it('lets the system choose the place when the screen is gone', () => {
    expect(placeWindow(KEPT, [SCREEN])).toEqual({ width: 1000, height: 700, isMaximized: true })
  })

  it('wants the title bar within reach', () => {
    expect(placeWindow({ ...KEPT, x: 100, y: -30 }, [SCREEN])).not.toHaveProperty('position')
    expect(placeWindow({ ...KEPT, x: 1850, y: 0 }, [SCREEN])).not.toHaveProperty('position')
  })

  it('is never larger than the largest screen, nor smaller than the page', () => {
    expect(placeWindow({ ...KEPT, width: 9000, height: 9000 }, [SCREEN])).toMatchObject({ width: 1920, height: 1040 })
    expect(placeWindow({ ...KEPT, width: 10, height: 10 }, [SCREEN])).toMatchObject({ width: 360, height: 560 })
  })
})

describe('the kept state', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-window-'))
  const file = join(folder, 'window.json')
  afterAll(() => rmSync(folder, { recursive: true }))

  it('is read as it was written', async () => {
    await writeWindowState(file, KEPT)
    expect(await readWindowState(file)).toEqual(KEPT)
  })

  it.each([
    '',
    '{',
    'null',
    '{"x":1}',
    JSON.stringify({ ...KEPT, width: 'wide' }),
    JSON.stringify({ ...KEPT, x: 1.5 })
  ])('is nothing when the file says %s', async (text) => {
    writeFileSync(file, text)
    expect(await readWindowState(file)).toBeNull()
  })

  it('is nothing when there is no file', async () => {
    expect(await readWindowState(join(folder, 'none.json'))).toBeNull()
  })
})
