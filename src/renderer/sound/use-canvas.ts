import { type RefObject, useLayoutEffect, useRef } from 'react'

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
  useLayoutEffect(() => {
    const element = canvas.current
    const context = element?.getContext('2d')
    const [width, height] = [Math.round(widthPx * devicePixelRatio), Math.round(heightPx * devicePixelRatio)]
    if (!element || !context || width < 1 || height < 1) return
    // A new size costs new memory and clears, so the old one is kept where it fits.
    if (element.width === width && element.height === height) context.clearRect(0, 0, width, height)
    else Object.assign(element, { width, height })
    draw(context)
  }, [widthPx, heightPx, draw])
  return canvas
}
