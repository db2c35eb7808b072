import { type RefObject, useEffect, useRef } from 'react'

/**
 * A new view takes the focus from what led to it, so that the keys mean the view and not the button once more.
 *
 * A link of the rail keeps it: whoever goes through the views by keyboard is not thrown back.
 */
export function useFocusInView(address: string, view: RefObject<HTMLElement | null>): void {
  const shown = useRef(address)
  useEffect(() => {
    if (shown.current === address) return
    shown.current = address
    if (!document.activeElement?.closest('nav, main, [role="dialog"]')) view.current?.focus({ preventScroll: true })
  }, [address, view])
}
