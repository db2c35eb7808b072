/**
 * The nonce under which libraries may write style elements of their own, or nothing where the page has none.
 *
 * The door that serves the page puts it into a `meta` element, new for each page.
 */
export function styleNonce(): string | undefined {
  const content = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content
  return content && !content.startsWith('__') ? content : undefined
}

declare global {
  // The name under which the libraries below radix-ui (get-nonce) look for it.
  var __webpack_nonce__: string | undefined
}

/** Before the first component is drawn. */
export function shareStyleNonce(): void {
  globalThis.__webpack_nonce__ = styleNonce()
}
