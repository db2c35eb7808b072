import { useEffect, useRef } from 'react'

interface WindowKeys {
  onOpen: () => void
  onHelp: () => void
}

/** Ctrl or Cmd with O, and the question mark: in every view. */
export function useWindowKeys(keys: WindowKeys): void {
  const latest = useRef(keys)
  latest.current = keys
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select') !== null
      if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'o') {
        event.preventDefault()
        latest.current.onOpen()
      } else if (event.key === '?' && !isTyping) {
        event.preventDefault()
        latest.current.onHelp()
      }
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
}
