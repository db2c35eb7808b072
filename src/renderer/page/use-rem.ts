import { useSyncExternalStore } from 'react'

function follow(listener: () => void): () => void {
  window.addEventListener('resize', listener)
  return () => window.removeEventListener('resize', listener)
}

function current(): number {
  return Number.parseFloat(getComputedStyle(document.documentElement).fontSize)
}

/** CSS pixels of one rem: what is drawn must leave room for text that grows with the window. */
export function useRem(): number {
  return useSyncExternalStore(follow, current)
}
