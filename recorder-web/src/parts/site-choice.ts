import { SITES, type Site } from '../../../src/contracts/recording'
import { h } from '../element'
import { say, words } from '../language'
import { drawChest } from './chest'

/**
 * The place on the chest, on a drawing and by its name; the same again takes the choice back.
 *
 * @param onChoose null for none
 */
export function siteChoice(chosen: Site | null, onChoose: (site: Site | null) => void): HTMLElement[] {
  const where = h('p', { class: 'where', 'aria-live': 'polite' })
  const chest = drawChest(toggle)
  const chips = SITES.map((site) => ({
    site,
    element: h('button', { type: 'button', class: 'chip', onclick: () => toggle(site) }, site)
  }))
  let now = chosen

  function toggle(site: Site): void {
    now = now === site ? null : site
    onChoose(now)
    draw()
  }

  function draw(): void {
    chest.mark(now)
    for (const { site, element } of chips) element.setAttribute('aria-pressed', String(site === now))
    where.replaceChildren(...(now === null ? [say.place.lead] : described(now)))
  }

  draw()
  return [
    h(
      'div',
      { class: 'chest-sides' },
      chest.element,
      h('p', { class: 'sides' }, h('span', {}, say.place.yourRight), h('span', {}, say.place.yourLeft))
    ),
    h('div', { class: 'chips', role: 'group', 'aria-label': say.place.title }, ...chips.map(({ element }) => element)),
    where
  ]
}

function described(site: Site): (Node | string)[] {
  const { name, where } = words.chest.site(site)
  return [h('strong', {}, name), ` · ${where}`]
}
