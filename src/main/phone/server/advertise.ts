import { Bonjour } from 'bonjour-service'

/**
 * Tells the local network by mDNS that the page is here: a convenience for those who browse for it, never an identity.
 *
 * @returns the undo
 */
export function advertise({ name, port }: { name: string; port: number }): () => void {
  // Two computers of one name are told apart by their addresses; the library would only write to the console.
  // Where multicast is forbidden the QR code still leads here.
  const bonjour = new Bonjour({}, () => {})
  bonjour.publish({ name: `OPS Fusion (${name})`, type: 'https', port, txt: { path: '/' }, probe: false })
  return () => bonjour.unpublishAll(() => bonjour.destroy())
}
