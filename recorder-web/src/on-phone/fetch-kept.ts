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
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${url}: ${response.status}`)
  const bytes = await response.arrayBuffer()
  if (!(await isGood(bytes))) throw new Error(`${url} is not what it should be`)
  await cache?.put(url, new Response(bytes)).catch(() => {})
  return bytes
}
