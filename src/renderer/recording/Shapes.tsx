import type { ColourRole, Shape } from '../../drawing/shape'

/** A drawing's elements, in the theme's colours. */
export function Shapes({ shapes }: { shapes: readonly Shape[] }) {
  return shapes.map(({ tag: Tag, attributes, fill, stroke, text }, index) => (
    <Tag
      // biome-ignore lint/suspicious/noArrayIndexKey: the elements of a drawing have no names, only an order
      key={index}
      {...asProperties(attributes)}
      fill={colourOf(fill)}
      stroke={colourOf(stroke)}
    >
      {text}
    </Tag>
  ))
}

function colourOf(role: ColourRole | undefined): string {
  if (role === undefined) return 'none'
  return role === 'current' ? 'currentColor' : `var(--color-${role})`
}

/** React's names for what SVG writes with a hyphen. */
function asProperties(attributes: Shape['attributes']): Record<string, string | number> {
  return Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase()),
      value
    ])
  )
}
