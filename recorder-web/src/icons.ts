import { svg } from './element'

/** Strokes on a 24-unit square, drawn for this page; always beside a word. */
const PATHS = {
  heart: 'M12 20s-7.5-4.7-7.5-10.2A4.2 4.2 0 0 1 12 7.2a4.2 4.2 0 0 1 7.5 2.6C19.5 15.3 12 20 12 20Z',
  check: 'M5 12.5 10 17.5 19 7',
  warn: 'M12 4 21 19.5H3L12 4ZM12 10v4.5M12 17v.2',
  play: 'M8 5v14l11-7Z',
  pause: 'M8 5v14M16 5v14',
  file: 'M6 3h8l4 4v14H6ZM14 3v4h4',
  back: 'M15 5l-7 7 7 7',
  tray: 'M4 13h5l1.5 3h3L15 13h5M4 13l2.5-8h11L20 13v6H4Z'
} as const

export type IconName = keyof typeof PATHS

export function icon(name: IconName): SVGElement {
  return svg('svg', { class: 'icon', viewBox: '0 0 24 24', 'aria-hidden': 'true' }, svg('path', { d: PATHS[name] }))
}
