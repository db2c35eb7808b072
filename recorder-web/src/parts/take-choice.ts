import { h } from '../element'
import { say } from '../language'
import { bestOf, type HeardTake, type Series } from '../series'

/** The takes of a series to choose from, the best one marked; nothing where there is only one. */
export function takeChoice(series: Series, chosen: HeardTake, onChoose: (heard: HeardTake) => void): HTMLElement[] {
  const { takes } = series
  if (takes.length < 2) return []
  const best = bestOf(series)
  return takes.map((heard, index) => {
    const input = h('input', {
      type: 'radio',
      name: 'take',
      checked: heard === chosen,
      onchange: () => onChoose(heard)
    })
    const mark = heard === best ? h('small', {}, say.review.best) : null
    return h('label', { class: 'chip' }, input, h('span', {}, `${say.record.take(index + 1)} `, mark))
  })
}
