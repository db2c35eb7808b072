import type { MicrophoneBlock } from '../../../src/contracts/phone-api'
import type { App } from '../app'
import { button, notice } from '../controls'
import { say } from '../language'
import type { Screen } from '../screen'
import { fileScreen } from './file'
import { recordScreen } from './record'

/** Which of the five reasons it is, and the way around it. */
export function blockedScreen(app: App, block: MicrophoneBlock): Screen {
  const { stage } = app
  const advice = say.microphone.block(block)
  return {
    name: 'blocked',
    title: advice.title,
    content: [notice({ title: say.microphone.title, todo: advice.todo }, 'warn')],
    actions: [
      button(say.place.pickFile, () => stage.show(fileScreen(app)), { sign: 'file' }),
      button(say.again, () => stage.show(recordScreen(app)), { kind: 'primary' })
    ],
    back: () => app.home()
  }
}
