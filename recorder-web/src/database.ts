import type { Take } from './outbox/take'
import type { Pairing } from './pairing/pairing'

/** What this page keeps on the phone, by store. */
interface Stores {
  takes: Take
  pairing: Pairing
}

const NAME = 'ops-fusion-phone'
const VERSION = 1

let opened: Promise<IDBDatabase> | undefined

/** A rejected one is dropped, so that the next call tries anew. */
function database(): Promise<IDBDatabase> {
  opened ??= new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(NAME, VERSION)
    request.onupgradeneeded = () => {
      request.result.createObjectStore('takes', { keyPath: 'id' })
      request.result.createObjectStore('pairing', { keyPath: 'device' })
    }
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
    request.onblocked = () => reject(new Error('another tab holds an older version'))
  }).catch((error: unknown) => {
    opened = undefined
    throw error
  })
  return opened
}

async function run<Value>(
  store: keyof Stores,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Value>
): Promise<Value> {
  const transaction = (await database()).transaction(store, mode, { durability: 'strict' })
  return new Promise((resolve, reject) => {
    const request = work(transaction.objectStore(store))
    // Not at the request's success: what is written is kept only once the whole transaction is.
    transaction.oncomplete = () => resolve(request.result)
    transaction.onerror = () => reject(transaction.error)
    transaction.onabort = () => reject(transaction.error)
  })
}

export function readAll<Name extends keyof Stores>(store: Name): Promise<Stores[Name][]> {
  return run(store, 'readonly', (in_) => in_.getAll() as IDBRequest<Stores[Name][]>)
}

export async function write<Name extends keyof Stores>(store: Name, value: Stores[Name]): Promise<void> {
  await run(store, 'readwrite', (into) => into.put(value))
}

export async function erase(store: keyof Stores, key: string): Promise<void> {
  await run(store, 'readwrite', (from) => from.delete(key))
}

export async function eraseAll(store: keyof Stores): Promise<void> {
  await run(store, 'readwrite', (from) => from.clear())
}
