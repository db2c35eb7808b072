/** What a colour means. Whoever draws has a colour for each role: in light, dark and high contrast, on paper. */
export type ColourRole =
  | 'normal'
  | 'abnormal'
  | 'unclear'
  | 'unclear-wash'
  | 'raised'
  | 'edge'
  | 'text'
  | 'muted'
  /** The colour of the text around the drawing. */
  | 'current'

/** One element of a drawing in SVG, the same for every screen, report and export. */
export interface Shape {
  tag: 'rect' | 'line' | 'path' | 'circle' | 'text'
  /** By their names in SVG; lengths in CSS pixels. */
  attributes: Readonly<Record<string, string | number>>
  /** Nothing is filled or stroked unless a role is named. */
  fill?: ColourRole
  stroke?: ColourRole
  text?: string
}
