import { type RefObject, useLayoutEffect, useRef } from 'react'

/** Counts on through reloads, so that no entry that is older than the page is taken for one of its own. */
let lastVisit = Date.now()

/**
 * Every view begins at its top; going back or forward leads to where that visit was left.
 *
 * A visit is an entry of the browser's history, which carries the visit's number.
 *
 * @param address changes with the view
 * @returns goes on the element that scrolls; its first child is the view
 */
export function usePlaceInView(address: string): RefObject<HTMLElement | null> {
  const scroller = useRef<HTMLElement>(null)
  const places = useRef(new Map<number, number>())
  // biome-ignore lint/correctness/useExhaustiveDependencies: another address is another visit
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const visit = visitOfNow()
    const unlead = leadTo(places.current.get(visit) ?? 0, element)
    const note = () => void places.current.set(visit, element.scrollTop)
    element.addEventListener('scroll', note, { passive: true })
    return () => {
      element.removeEventListener('scroll', note)
      unlead()
    }
  }, [address])
  return scroller
}

function visitOfNow(): number {
  const known: unknown = window.history.state
  if (typeof known === 'object' && known !== null && 'visit' in known && typeof known.visit === 'number') {
    return known.visit
  }
  const visit = ++lastVisit
  window.history.replaceState({ visit }, '')
  return visit
}

/** Pictures and lists that come later make a view longer: it is led on until it is there, or somebody takes over. */
function leadTo(placePx: number, element: HTMLElement): () => void {
  const done = new AbortController()
  const lead = () => {
    element.scrollTop = placePx
    if (Math.abs(element.scrollTop - placePx) < 1) done.abort()
  }
  const observer = new ResizeObserver(lead)
  done.signal.addEventListener('abort', () => observer.disconnect())
  for (const event of ['wheel', 'pointerdown', 'keydown']) {
    element.addEventListener(event, () => done.abort(), { signal: done.signal, passive: true })
  }
  if (element.firstElementChild) observer.observe(element.firstElementChild)
  lead()
  return () => done.abort()
}
