import type { App } from '../app'
import { button, notice, paragraph } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say } from '../language'

/**
 * No pairing, or one that does not hold any more.
 *
 * @param refusal the desktop's, a code of the phone contract; null where this phone never asked
 */
export function unpairedScreen({ connection }: App, refusal: string | null, to: { record(): void }): Screen {
  const advice = refusal === null ? null : say.send.refusal(refusal)
  return {
    name: 'unpaired',
    title: advice?.title ?? say.pair.needed,
    followsConnection: true,
    content: [
      advice ? notice({ title: say.pair.needed, todo: advice.todo }, 'warn') : paragraph(say.pair.neededLead, 'lead'),
      h('ol', { class: 'steps' }, ...say.pair.steps.map((step) => h('li', {}, step))),
      paragraph(say.pair.withoutLead, 'fine')
    ],
    actions: isSecureContext
      ? [button(say.pair.without, to.record)]
      : [button(say.again, () => void connection.look(), { kind: 'primary' })]
  }
}
