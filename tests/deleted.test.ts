import { randomBytes, randomUUID } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openPhoneHouse, type PhoneHouse } from './phone-house'
import { keepNone } from './reliability/figures'

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 })
const HOUR_MS = 3_600_000

let house: PhoneHouse
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ['Date', 'setInterval', 'clearInterval'] })
  house = await openPhoneHouse()
})
afterEach(async () => {
  vi.useRealTimers()
  await house.close()
})

/** Bytes of a text in all files of the program, whatever they are. */
async function bytesOf(text: string): Promise<number> {
  const entries = await readdir(house.folder, { recursive: true, withFileTypes: true })
  let count = 0
  for (const entry of entries.filter((one) => one.isFile())) {
    const bytes = await readFile(join(entry.parentPath, entry.name)).catch(() => Buffer.alloc(0))
    count += (bytes.toString('latin1').split(text).length - 1) * text.length
  }
  return count
}

it('leaves no byte of what was said of a recording a day after it was deleted, while the program runs', async () => {
  const phone = await house.pair()
  const said = { name: 'Xanthippe.wav', person: 'Xanthippe', note: 'Xanthippe, after the stairs' }
  await phone.upload(randomUUID(), randomBytes(1000), said)
  await phone.upload(randomUUID(), randomBytes(1000), { name: 'Iphigenia.wav', person: 'Iphigenia' })
  const { id } = house.library.list().find(({ name }) => name === said.name)!
  await house.library.rename(id, 'Xanthippe, resting')
  // A day passes, in which the index is copied with the name in it.
  vi.setSystemTime(Date.now() + 25 * HOUR_MS)
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  await house.library.remove(id)
  expect(await bytesOf('Xanthippe')).toBeGreaterThan(0)
  vi.setSystemTime(Date.now() + 25 * HOUR_MS)
  await vi.advanceTimersByTimeAsync(HOUR_MS)
  await vi.waitFor(async () => expect(await bytesOf('Xanthippe')).toBe(0), { timeout: 20_000 }).catch(() => {})
  const left = await bytesOf('Xanthippe')
  keepNone('deleted', 'bytes of a name and a note in any file, a day after the recording was deleted', left)
  expect(left).toBe(0)
  expect(await bytesOf('Iphigenia')).toBeGreaterThan(0)
})
