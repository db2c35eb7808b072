const CACHE = 'ops-fusion-network'

/**
 * A file of the desktop, from this phone's own store where it is there already.
 *
 * The browser's usual cache does not keep what came under a certificate that it does not trust; this store does.
 *
 * @param isGood whether the bytes are what they should be; others are fetched anew
 */
export async function fetchKept(url: string, isGood: (bytes: ArrayBuffer) => Promise<boolean>): Promise<ArrayBuffer> {
  const cache = await caches.open(CACHE).catch(() => null)
  const kept = await cache?.match(url).catch(() => undefined)
  if (kept) {
    const bytes = await kept.arrayBuffer()
    if (await isGood(bytes)) return bytes
  }
  const bytes = await fetched(url)
  if (!(await isGood(bytes))) throw new Error(`${url} is not what it should be`)
  await cache?.put(url, new Response(bytes)).catch(() => {})
  return bytes
}

/** A file of the desktop as it is now, or where the desktop is out of reach, as it was when it was last there. */
export async function fetchLatest(url: string): Promise<ArrayBuffer> {
  const cache = await caches.open(CACHE).catch(() => null)
  try {
    const bytes = await fetched(url)
    await cache?.put(url, new Response(bytes)).catch(() => {})
    return bytes
  } catch (error) {
    const kept = await cache?.match(url).catch(() => undefined)
    if (!kept) throw error
    return kept.arrayBuffer()
  }
}

async function fetched(url: string): Promise<ArrayBuffer> {
  const response = await fetch(url, { cache: 'no-store' })
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  return response.arrayBuffer()
}
