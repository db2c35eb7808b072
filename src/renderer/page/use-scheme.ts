import { useSyncExternalStore } from 'react'
import type { Settings } from '../../contracts/desktop-api'

const QUERIES = ['(prefers-color-scheme: dark)', '(prefers-contrast: more)', '(forced-colors: active)']

/** The theme stands on the root element, where `theme.css` reads it. */
export function applyTheme(theme: Settings['theme']): void {
  if (theme === 'system') delete document.documentElement.dataset['theme']
  else document.documentElement.dataset['theme'] = theme
}

/** A name for the colours of now. Pictures that are drawn, not styled, are drawn again when it changes. */
export function useScheme(): string {
  return useSyncExternalStore(follow, current)
}

function current(): string {
  const matches = QUERIES.map((query) => (window.matchMedia(query).matches ? '1' : '0'))
  return `${document.documentElement.dataset['theme'] ?? 'system'} ${matches.join('')}`
}

function follow(listener: () => void): () => void {
  const lists = QUERIES.map((query) => window.matchMedia(query))
  for (const list of lists) list.addEventListener('change', listener)
  const observer = new MutationObserver(listener)
  observer.observe(document.documentElement, { attributeFilter: ['data-theme'] })
  return () => {
    for (const list of lists) list.removeEventListener('change', listener)
    observer.disconnect()
  }
}
