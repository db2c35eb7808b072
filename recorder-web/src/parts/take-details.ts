import { SITES } from '../../../src/contracts/recording'
import type { Pcg } from '../../../src/core/pcg'
import { button, optionalChoice, paragraph } from '../controls'
import { h } from '../element'
import { say, words } from '../language'
import { download } from '../outbox/make-take'
import type { HeardTake, Series } from '../series'
import { postureChoice } from './posture-choice'

const MOST_PERSON = 100
const MOST_NOTE = 1000

/** What is worth noting beside the sound, and what else can be done with it; closed until wanted. */
export function takeDetails(series: Series, { take, pcg }: HeardTake, onHere: (pcg: Pcg) => void): HTMLElement {
  const person = h('input', {
    type: 'text',
    autocomplete: 'off',
    maxlength: MOST_PERSON,
    value: series.person,
    oninput: () => {
      series.person = person.value.trim()
    }
  })
  const note = h('textarea', {
    rows: 2,
    maxlength: MOST_NOTE,
    oninput: () => {
      series.note = note.value.trim()
    }
  })
  note.value = series.note
  const isWav = take.request.capture.way === 'worklet'
  return h(
    'div',
    { class: 'folds' },
    h(
      'details',
      {},
      h('summary', {}, say.review.details),
      optionalChoice(
        say.place.title,
        SITES.map((value) => ({ value, text: `${value} · ${words.chest.site(value).name}` })),
        series.site,
        (site) => {
          series.site = site
        }
      ),
      postureChoice(series),
      h('label', { class: 'field' }, h('span', {}, say.review.person), person),
      h('label', { class: 'field' }, h('span', {}, say.review.note), note)
    ),
    h(
      'details',
      {},
      h('summary', {}, say.review.more),
      paragraph(say.review.louder, 'fine'),
      series.takes.length > 1 ? paragraph(say.review.othersDropped, 'fine') : null,
      button(isWav ? say.review.download : say.review.downloadFile, () => download(take), { kind: 'quiet' }),
      button(say.review.here, () => onHere(pcg), { kind: 'quiet' })
    )
  )
}
