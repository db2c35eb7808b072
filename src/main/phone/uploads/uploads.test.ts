import { randomUUID } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { takeOf } from '../../../../tests/phone-client'
import { RECORDING_LIMITS } from '../../../core/recording-limits'
import { openUploadFiles } from './upload-files'
import { openUploads } from './uploads'

const PHONE = { id: randomUUID(), name: 'Phone', key: '', scope: 'full', pairedAt: '', lastSeenAt: null } as const

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-uploads-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** With so much room, or a disk that does not tell. */
async function uploadsWith(freeBytes: () => Promise<number>) {
  const files = { ...(await openUploadFiles(folder)), freeBytes }
  return openUploads({ files, takeIn: () => Promise.reject(new Error('not asked')), onStored() {} })
}

it.each([
  ['a lot of room', 1e12, true],
  ['room for a small recording alone', 300e6, false],
  ['none', 0, false]
])('says before anything is recorded whether any recording fits: %s', async (_what, free, hasRoom) => {
  const uploads = await uploadsWith(async () => free)
  expect(await uploads.hasRoom()).toBe(hasRoom)
  // It keeps its word.
  const largest = { ...takeOf(Buffer.from('a take')), bytes: RECORDING_LIMITS.mostBytes }
  const created = uploads.create(PHONE, randomUUID(), largest)
  if (hasRoom) await created
  else await expect(created).rejects.toMatchObject({ code: 'disk-full' })
})

it('leaves it to whoever sends something where the disk does not tell', async () => {
  const uploads = await uploadsWith(() => Promise.reject(new Error('no such disk')))
  expect(await uploads.hasRoom()).toBe(true)
})
