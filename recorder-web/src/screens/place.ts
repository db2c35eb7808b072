import { POSTURES, SITES, type Site } from '../../../src/contracts/recording'
import type { App } from '../app'
import { button, choice, list, paragraph } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say } from '../language'
import { drawChest } from '../parts/chest'

/** Where to hold it. */
export function placeScreen({ series, connection }: App, to: { record(): void; file(): void; trust(): void }): Screen {
  const where = h('p', { class: 'where', 'aria-live': 'polite' })
  const chest = drawChest(choose)
  const chips = SITES.map((site) => {
    const input = h('input', { type: 'radio', name: 'site', value: site, onchange: () => choose(site) })
    return { site, input, element: h('label', { class: 'chip' }, input, h('span', {}, site)) }
  })

  function choose(site: Site): void {
    series.site = site
    const { name, where: place } = say.place.site(site)
    where.replaceChildren(h('strong', {}, name), ` · ${place}`)
    for (const chip of chips) chip.input.checked = chip.site === site
    chest.mark(site)
  }

  choose(series.site ?? 'MV')
  return {
    name: 'place',
    title: say.place.title,
    content: [
      h('p', { class: 'sides' }, h('span', {}, say.place.yourRight), h('span', {}, say.place.yourLeft)),
      chest.element,
      h('div', { class: 'chips', role: 'radiogroup', 'aria-label': say.place.title }, ...chips.map((c) => c.element)),
      where,
      choice(
        say.place.posture,
        POSTURES.map((value) => ({ value, text: say.place.postures(value) })),
        series.posture ?? 'sitting',
        (posture) => {
          series.posture = posture
        }
      ),
      list(say.place.tips, 'tips'),
      paragraph(say.experimental, 'fine'),
      ...(connection.hello?.isTrustOffered ? [button(say.trust.title, to.trust)] : [])
    ],
    actions: [
      button(say.place.pickFile, to.file, { kind: 'quiet', sign: 'file' }),
      button(say.next, to.record, { kind: 'primary' })
    ]
  }
}
