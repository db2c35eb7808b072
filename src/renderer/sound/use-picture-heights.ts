import { type RefObject, useLayoutEffect, useRef, useState } from 'react'
import { type PictureHeights, pictureHeights } from '../../drawing/picture-heights'

/** Heights that fit the pictures on the first screen of the view, below what stands above them. */
export function usePictureHeights(showsEvidence: boolean): {
  /** Goes on what stands above the pictures. */
  above: RefObject<HTMLDivElement | null>
  heights: PictureHeights
} {
  const above = useRef<HTMLDivElement>(null)
  const [{ roomPx, windowPx }, setSizes] = useState({ roomPx: 0, windowPx: window.innerHeight })
  useLayoutEffect(() => {
    const element = above.current
    if (!element) return
    const view = element.closest('main') ?? document.documentElement
    const measure = () => {
      const fromTop = element.getBoundingClientRect().bottom - view.getBoundingClientRect().top + view.scrollTop
      const sizes = { roomPx: Math.floor(view.clientHeight - fromTop), windowPx: window.innerHeight }
      setSizes((known) => (known.roomPx === sizes.roomPx && known.windowPx === sizes.windowPx ? known : sizes))
    }
    measure()
    // Whatever grows above the pictures makes the whole content grow.
    const observer = new ResizeObserver(measure)
    observer.observe(view)
    for (const content of view.children) observer.observe(content)
    return () => observer.disconnect()
  }, [])
  return { above, heights: pictureHeights(roomPx, windowPx, showsEvidence) }
}
