import { useSyncExternalStore } from 'react'
import { flushSync } from 'react-dom'

const PAPER = 'print'
let isAnnounced = false

/** The page is being laid out for paper. What is drawn for it is there before the browser looks. */
export function useIsPrinting(): boolean {
  return useSyncExternalStore(follow, () => isAnnounced || window.matchMedia(PAPER).matches)
}

function follow(listener: () => void): () => void {
  const announce = (isPrinting: boolean) => () => {
    isAnnounced = isPrinting
    flushSync(listener)
  }
  const [begin, end] = [announce(true), announce(false)]
  const query = window.matchMedia(PAPER)
  window.addEventListener('beforeprint', begin)
  window.addEventListener('afterprint', end)
  query.addEventListener('change', listener)
  return () => {
    window.removeEventListener('beforeprint', begin)
    window.removeEventListener('afterprint', end)
    query.removeEventListener('change', listener)
  }
}
