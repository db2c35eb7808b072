import { createContext, type RefObject, useContext, useLayoutEffect, useRef } from 'react'

/** Pixels of a canvas for one of CSS, where the screen's own do not do. */
export const PixelRatio = createContext<number | null>(null)

/**
 * A canvas as sharp as the screen, drawn anew whenever what it is drawn from has changed.
 *
 * @param draw on a cleared canvas, in device pixels; another function means another drawing
 */
export function useCanvas(
  widthPx: number,
  heightPx: number,
  draw: (context: CanvasRenderingContext2D) => void
): RefObject<HTMLCanvasElement | null> {
  const canvas = useRef<HTMLCanvasElement>(null)
  const ratio = useContext(PixelRatio) ?? devicePixelRatio
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    const [width, height] = [Math.round(widthPx * ratio), Math.round(heightPx * ratio)]
    if (!element || !context || width < 1 || height < 1) return
    // A new size costs new memory and clears, so the old one is kept where it fits.
    if (element.width === width && element.height === height) context.clearRect(0, 0, width, height)
    else Object.assign(element, { width, height })
    draw(context)
  }, [widthPx, heightPx, ratio, draw])
  return canvas
}
