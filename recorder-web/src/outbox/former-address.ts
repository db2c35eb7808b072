/** What waits under another address of the same computer. */
export interface FormerAddress {
  origin: string
  count: number
}

const NAME = 'ops-fusion-waiting'
const YEAR_S = 365 * 24 * 3600

/**
 * Storage belongs to one origin: another port or protocol sees none of it. A cookie belongs to the host alone, so it
 * can say on the new page what still waits on the old one. Another host name cannot be told.
 */
export function readFormerAddress(): FormerAddress | null {
  const value = document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${NAME}=`))
    ?.slice(NAME.length + 1)
  const [origin = '', count = ''] = decodeURIComponent(value ?? '').split(' ')
  if (!/^https?:\/\/[^/]+$/.test(origin) || origin === location.origin || !(Number(count) > 0)) return null
  return { origin, count: Number(count) }
}

/** Leaves the note for the next address; what the former one said is not overwritten by an empty outbox. */
export function noteAddress(count: number): void {
  if (count === 0 && readFormerAddress()) return
  const value = encodeURIComponent(`${location.origin} ${count}`)
  // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in Safari and over plain HTTP
  document.cookie = `${NAME}=${value}; max-age=${YEAR_S}; path=/; SameSite=Strict`
}
