/** Ways to send oneself a link that every system knows by an address of its own. */
export const SHARE_WAYS = ['mail', 'message', 'whatsapp'] as const

export type ShareWay = (typeof SHARE_WAYS)[number]

/** What is sent: the words around a pairing link. */
export interface ShareText {
  subject: string
  text: (url: string) => string
}

/**
 * The address that opens a program with the link written in it; nothing is sent until the person sends it.
 *
 * @source RFC 6068 (mailto), RFC 5724 (sms; the empty query before `&body` is for Apple's, which know no `?body`), faq.whatsapp.com (click to chat)
 */
export function shareLink(way: ShareWay, url: string, { subject, text }: ShareText): string {
  const body = encodeURIComponent(text(url))
  if (way === 'mail') return `mailto:?subject=${encodeURIComponent(subject)}&body=${body}`
  return way === 'message' ? `sms:?&body=${body}` : `https://wa.me/?text=${body}`
}
