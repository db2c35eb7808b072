import type { ColourRole, Shape } from '../../../src/drawing/shape'
import { svg } from '../element'

/** A drawing's elements, in the colours of the page. */
export function drawShapes(shapes: readonly Shape[]): SVGElement[] {
  return shapes.map(({ tag, attributes, fill, stroke, text }) =>
    svg(tag, { ...attributes, fill: colourOf(fill), stroke: colourOf(stroke) }, text ?? null)
  )
}

function colourOf(role: ColourRole | undefined): string {
  if (role === undefined) return 'none'
  return role === 'current' ? 'currentColor' : `var(--${role})`
}
