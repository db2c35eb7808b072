import { POSTURES, SITES } from '../../../src/contracts/recording'
import type { Pcg } from '../../../src/core/pcg'
import type { App } from '../app'
import { button, choice, paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'
import { download } from '../outbox/make-take'
import type { Take } from '../outbox/take'
import { hereScreen } from './here'

const MOST_PERSON = 100
const MOST_NOTE = 1000

/** What is worth noting beside the sound, and what else can be done with it; closed until wanted. */
export function takeDetails(app: App, take: Take, pcg: Pcg): HTMLElement {
  const { sitting } = app
  const person = h('input', {
    type: 'text',
    autocomplete: 'off',
    maxlength: MOST_PERSON,
    value: sitting.person,
    oninput: () => {
      sitting.person = person.value.trim()
    }
  })
  const note = h('textarea', {
    rows: 2,
    maxlength: MOST_NOTE,
    oninput: () => {
      sitting.note = note.value.trim()
    }
  })
  note.value = sitting.note
  const isWav = take.request.capture.way === 'worklet'
  return h(
    'div',
    { class: 'folds' },
    h(
      'details',
      {},
      h('summary', {}, say.review.details),
      choice(
        say.place.title,
        SITES.map((value) => ({ value, text: `${value} · ${say.place.site(value).name}` })),
        sitting.site ?? 'MV',
        (site) => {
          sitting.site = site
        }
      ),
      choice(
        say.place.posture,
        POSTURES.map((value) => ({ value, text: say.place.postures(value) })),
        sitting.posture ?? 'sitting',
        (posture) => {
          sitting.posture = posture
        }
      ),
      h('label', { class: 'field' }, h('span', {}, say.review.person), person),
      h('label', { class: 'field' }, h('span', {}, say.review.note), note)
    ),
    h(
      'details',
      {},
      h('summary', {}, say.review.more),
      paragraph(say.review.louder, 'fine'),
      sitting.takes.length > 1 ? paragraph(say.review.othersDropped, 'fine') : null,
      button(isWav ? say.review.download : say.review.downloadFile, () => download(take), { kind: 'quiet' }),
      button(say.review.here, () => app.stage.show(hereScreen(app, () => ({ pcg }))), { kind: 'quiet' })
    )
  )
}
