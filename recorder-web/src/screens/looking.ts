import { paragraph } from '../controls'
import type { Screen } from '../display'
import { say } from '../language'

/** Until the desktop has answered, or has not. */
export function lookingScreen(): Screen {
  return {
    name: 'looking',
    title: say.app,
    followsConnection: true,
    content: [paragraph(say.state.looking, 'working')],
    actions: []
  }
}
