import type { App } from '../app'
import { button, list, paragraph } from '../controls'
import type { Screen } from '../display'
import { say } from '../language'

interface Exits {
  record(): void
  file(): void
}

/** The desktop has not answered yet, or does not: what can be done all the same, and what can be the matter. */
export function awayScreen({ connection, outbox }: App, to: Exits): Screen {
  const isLooking = connection.state.is === 'looking'
  const goOn = isSecureContext
    ? button(say.unreachable.record, to.record)
    : button(say.place.pickFile, to.file, { sign: 'file' })
  return {
    name: isLooking ? 'looking' : 'unreachable',
    title: isLooking ? say.state.looking : say.unreachable.title,
    followsConnection: true,
    content: [
      paragraph(say.unreachable.lead, 'lead'),
      ...(outbox.list().length > 0 ? [paragraph(say.unreachable.waiting(outbox.list().length))] : []),
      ...(isLooking ? [] : [list(say.unreachable.causes, 'causes')]),
      ...(isLooking || outbox.list().length === 0 ? [] : [paragraph(say.unreachable.moved(location.origin), 'fine')])
    ],
    actions: [goOn, ...(isLooking ? [] : [button(say.again, () => void connection.look(), { kind: 'primary' })])]
  }
}
