import type { DesktopApi } from '../../src/contracts/desktop-api'

/**
 * The little of a page's globals that tests touch inside the page; everything else is done through roles and names.
 * Cast `globalThis` to it: the tests are compiled for Node, where a page's globals do not exist.
 */
export interface PageWorld {
  opsFusion: DesktopApi
  document: {
    body: { append(node: unknown): void; innerHTML: string }
    createElement(name: 'script' | 'iframe' | 'a' | 'style'): PageElement
  }
  location: { href: string }
  open(url: string, target?: string, features?: string): unknown
  require?: unknown
  process?: unknown
  Buffer?: unknown
  ipcRenderer?: unknown
}

interface PageElement {
  textContent: string
  src: string
  srcdoc: string
  href: string
  target: string
  rel: string
  click(): void
}
