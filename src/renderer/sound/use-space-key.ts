import { useEffect } from 'react'
import type { SoundPlayer } from './sound-player'

/** Where Space is a letter, or where something lies above the sound. */
const NOT_OURS = 'input, textarea, select, [contenteditable], [role="menu"], [role="dialog"]'

/**
 * Space plays and pauses the sound that is shown, wherever the focus is; buttons are pressed by Enter.
 *
 * It is caught before a button hears of it: the one that was used last keeps the focus, and would open its menu again.
 */
export function useSpaceKey(player: SoundPlayer | null): void {
  useEffect(() => {
    if (!player) return
    const catching = (act: () => void) => (event: KeyboardEvent) => {
      const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey
      const isElsewhere = event.target instanceof Element && event.target.closest(NOT_OURS) !== null
      if (event.key !== ' ' || !isPlain || isElsewhere) return
      event.preventDefault()
      event.stopPropagation()
      if (!event.repeat) act()
    }
    const onDown = catching(() => player.toggle())
    // Some browsers press a button when Space comes up.
    const onUp = catching(() => {})
    window.addEventListener('keydown', onDown, { capture: true })
    window.addEventListener('keyup', onUp, { capture: true })
    return () => {
      window.removeEventListener('keydown', onDown, { capture: true })
      window.removeEventListener('keyup', onUp, { capture: true })
    }
  }, [player])
}
