import { join } from 'node:path'
import { z } from 'zod'
import { readOrPutAside, writeWhole } from '../../whole-file'

/** A phone that was confirmed, with the key that its requests are signed with. */
export interface Phone {
  id: string
  name: string
  /** Base64url, 32 bytes. */
  key: string
  scope: 'full' | 'add'
  /** ISO 8601. */
  pairedAt: string
  lastSeenAt: string | null
}

const phonesSchema = z.object({
  version: z.literal(1),
  phones: z.array(
    z.object({
      id: z.uuid(),
      name: z.string(),
      key: z.string().length(43),
      scope: z.enum(['full', 'add']),
      pairedAt: z.string(),
      lastSeenAt: z.string().nullable()
    })
  )
})

/** The phones that may send, kept over restarts in a file that only this user may read. */
export interface Phones {
  list(): Phone[]
  get(id: string): Phone | null
  add(phone: Phone): Promise<void>
  rename(id: string, name: string): Promise<void>
  /** Its key is forgotten: whatever it sends from now on is a stranger's. */
  revoke(id: string): Promise<void>
  /** Not written at once: a crash loses only when the phone was last here. */
  seen(id: string): void
  flush(): Promise<void>
}

/**
 * A damaged list is put aside, never deleted: the phones pair again.
 *
 * @param folder exists
 * @throws {AppError} `storage-unwritable` when the file is there and cannot be read
 */
export async function openPhones(folder: string): Promise<Phones> {
  const path = join(folder, 'phones.json')
  const kept = await readOrPutAside(path, (text) => phonesSchema.parse(JSON.parse(text)).phones)
  const phones = new Map<string, Phone>(kept?.map((phone) => [phone.id, phone]))
  let writing = Promise.resolve()
  let isSeen = false
  const write = () => {
    isSeen = false
    const content = JSON.stringify({ version: 1, phones: [...phones.values()] }, null, 2)
    writing = writeWhole(path, content, { isSynced: true })
    return writing
  }
  return {
    list: () => [...phones.values()],
    get: (id) => phones.get(id) ?? null,
    async add(phone) {
      phones.set(phone.id, phone)
      await write()
    },
    async rename(id, name) {
      const phone = phones.get(id)
      if (phone) phone.name = name
      await write()
    },
    async revoke(id) {
      phones.delete(id)
      await write()
    },
    seen(id) {
      const phone = phones.get(id)
      if (!phone) return
      phone.lastSeenAt = new Date().toISOString()
      isSeen = true
    },
    // What is lost when this fails are dates; the server must close all the same.
    flush: () => (isSeen ? write() : writing).catch(() => {})
  }
}
