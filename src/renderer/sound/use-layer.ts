import { useCallback, useState } from 'react'

/** Something that can be drawn over the pictures. */
export interface Layer {
  isShown: boolean
  toggle: () => void
}

export function useLayer(isShownAtFirst: boolean): Layer {
  const [isShown, setShown] = useState(isShownAtFirst)
  return { isShown, toggle: useCallback(() => setShown((shown) => !shown), []) }
}
