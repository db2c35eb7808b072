import { SITES, type Site } from '../../../src/contracts/recording'
import { svg } from '../element'
import { say } from '../language'

/** Where the four sites lie on the drawing, seen from the front: the person's right is on our left. */
const PLACES: Record<Site, { x: number; y: number }> = {
  AV: { x: 137, y: 84 },
  PV: { x: 183, y: 84 },
  TV: { x: 180, y: 138 },
  MV: { x: 222, y: 158 }
}

const OUTLINE =
  'M118 8c0 14-6 20-22 25-26 8-52 13-64 30-8 12-10 30-12 52 M202 8c0 14 6 20 22 25 26 8 52 13 64 30 8 12 10 30 12 52 M62 98c4 34 8 74 10 108 M258 98c-4 34-8 74-10 108'
const COLLARBONES = 'M148 47c-22-8-46-6-72 4 M172 47c22-8 46-6 72 4'
const BREASTBONE = 'M152 48h16l-3 18 2 72-7 16-7-16 2-72Z'
const RIBS = [66, 90, 114, 138, 160]
  .map((y, n) => {
    const [out, drop] = [58 + 5 * n, 14 + 3 * n]
    return `M151 ${y}c-${out / 2} -6-${out} ${drop / 3}-${out + 8} ${drop} M169 ${y}c${out / 2} -6 ${out} ${drop / 3} ${out + 8} ${drop}`
  })
  .join(' ')

/** A chest with the four places on it; a tap on one chooses it, as the buttons beneath do. */
export function drawChest(onChoose: (site: Site) => void): { element: SVGElement; mark: (site: Site | null) => void } {
  const dots = SITES.map((site) => {
    const { x, y } = PLACES[site]
    return svg(
      'g',
      { class: 'site', 'data-site': site, onclick: () => onChoose(site) },
      svg('circle', { class: 'reach', cx: x, cy: y, r: 23 }),
      svg('circle', { class: 'dot', cx: x, cy: y, r: 17 }),
      Object.assign(svg('text', { x, y: y + 5.5 }), { textContent: site })
    )
  })
  const element = svg(
    'svg',
    { class: 'chest', viewBox: '0 0 320 208', role: 'img', 'aria-label': say.place.chest },
    svg('path', { class: 'ribs', d: RIBS }),
    svg('path', { class: 'bones', d: `${COLLARBONES} ${BREASTBONE}` }),
    svg('path', { class: 'body', d: OUTLINE }),
    ...dots
  )
  return {
    element,
    mark(site) {
      for (const dot of dots) dot.classList.toggle('chosen', dot.getAttribute('data-site') === site)
    }
  }
}
