import { POSTURES, SITES, type Site } from '../../../src/contracts/recording'
import type { App } from '../app'
import { button, choice, list, paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'
import type { Screen } from '../screen'
import { drawChest } from './chest'
import { fileScreen } from './file'
import { recordScreen } from './record'
import { trustScreen } from './trust'

/** Where to hold it. */
export function placeScreen(app: App): Screen {
  const { sitting, stage, connection } = app
  const where = h('p', { class: 'where', 'aria-live': 'polite' })
  const chest = drawChest(choose)
  const chips = SITES.map((site) => {
    const input = h('input', { type: 'radio', name: 'site', value: site, onchange: () => choose(site) })
    return { site, input, element: h('label', { class: 'chip' }, input, h('span', {}, site)) }
  })

  function choose(site: Site): void {
    sitting.site = site
    const { name, where: place } = say.place.site(site)
    where.replaceChildren(h('strong', {}, name), ` · ${place}`)
    for (const chip of chips) chip.input.checked = chip.site === site
    chest.mark(site)
  }

  choose(sitting.site ?? 'MV')
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
        sitting.posture ?? 'sitting',
        (posture) => {
          sitting.posture = posture
        }
      ),
      list(say.place.tips, 'tips'),
      paragraph(say.experimental, 'fine'),
      ...(connection.hello?.isTrustOffered ? [button(say.trust.title, () => stage.show(trustScreen(app)))] : [])
    ],
    actions: [
      button(say.place.pickFile, () => stage.show(fileScreen(app)), { kind: 'quiet', sign: 'file' }),
      button(say.next, () => stage.show(recordScreen(app)), { kind: 'primary' })
    ]
  }
}
