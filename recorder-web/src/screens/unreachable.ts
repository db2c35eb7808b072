import type { App } from '../app'
import { button, list, paragraph } from '../controls'
import type { Screen } from '../display'
import { say } from '../language'

/** The desktop cannot be reached: what can be the matter, most likely first. */
export function unreachableScreen({ connection, outbox }: App, to: { record(): void }): Screen {
  return {
    name: 'unreachable',
    title: say.unreachable.title,
    followsConnection: true,
    content: [
      paragraph(say.unreachable.lead, 'lead'),
      list(say.unreachable.causes, 'causes'),
      ...(outbox.list().length > 0 ? [paragraph(say.unreachable.moved(location.origin), 'fine')] : [])
    ],
    actions: [
      ...(isSecureContext ? [button(say.unreachable.record, to.record)] : []),
      button(say.again, () => void connection.look(), { kind: 'primary' })
    ]
  }
}
