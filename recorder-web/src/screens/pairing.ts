import type { App } from '../app'
import { button, list, notice, paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'
import type { Screen } from '../screen'
import { placeScreen } from './place'

/** The two words that both screens must show. */
export function wordsScreen({ connection }: App, [first, second]: [string, string]): Screen {
  return {
    name: 'words',
    title: say.pair.title,
    content: [
      paragraph(say.pair.lead(connection.name), 'lead'),
      h('p', { class: 'pair-words' }, h('strong', {}, first), h('span', {}, say.pair.and), h('strong', {}, second))
    ],
    actions: [h('p', { class: 'working', role: 'status' }, say.pair.waiting)]
  }
}

/** No pairing, or one that does not hold any more. */
export function unpairedScreen(app: App, refusal: string | null): Screen {
  const advice = refusal === null ? null : say.send.refusal(refusal)
  return {
    name: 'unpaired',
    title: advice?.title ?? say.pair.needed,
    content: [
      advice ? notice({ title: say.pair.needed, todo: advice.todo }, 'warn') : paragraph(say.pair.neededLead, 'lead'),
      h('ol', { class: 'steps' }, ...say.pair.steps.map((step) => h('li', {}, step))),
      paragraph(say.pair.withoutLead, 'fine')
    ],
    actions: isSecureContext
      ? [button(say.pair.without, () => app.stage.show(placeScreen(app)))]
      : [button(say.again, () => void app.connection.look(), { kind: 'primary' })]
  }
}

/** The desktop cannot be reached: what can be the matter, most likely first. */
export function unreachableScreen(app: App): Screen {
  const { connection, outbox, stage } = app
  const waiting = outbox.list().length
  return {
    name: 'unreachable',
    title: say.unreachable.title,
    content: [
      paragraph(say.unreachable.lead, 'lead'),
      list(say.unreachable.causes, 'causes'),
      ...(waiting > 0 ? [paragraph(say.unreachable.moved(location.origin), 'fine')] : [])
    ],
    actions: [
      ...(isSecureContext ? [button(say.unreachable.record, () => stage.show(placeScreen(app)))] : []),
      button(say.again, () => void connection.look(), { kind: 'primary' })
    ]
  }
}
