declare global {
  // The name under which the libraries below radix-ui (get-nonce) look for it.
  var __webpack_nonce__: string | undefined
}

/**
 * Tells libraries the nonce under which they may write style elements of their own. Before the first component is drawn.
 *
 * The door that serves the page puts it into a `meta` element, new for each page.
 */
export function shareStyleNonce(): void {
  const content = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content
  if (content && !content.startsWith('__')) globalThis.__webpack_nonce__ = content
}
