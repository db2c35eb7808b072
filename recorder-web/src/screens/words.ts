import type { App } from '../app'
import { paragraph } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say } from '../language'

/** The two words that both screens must show. */
export function wordsScreen({ connection }: App, [first, second]: [string, string]): Screen {
  return {
    name: 'words',
    title: say.pair.title,
    followsConnection: true,
    content: [
      paragraph(say.pair.lead(connection.name), 'lead'),
      h('p', { class: 'pair-words' }, h('strong', {}, first), h('span', {}, say.pair.and), h('strong', {}, second))
    ],
    actions: [h('p', { class: 'working', role: 'status' }, say.pair.waiting)]
  }
}
