import type { MicrophoneBlock } from '../../../src/contracts/phone-api'
import { button, notice } from '../controls'
import type { Screen } from '../display'
import { say } from '../language'

/** Which of the five reasons it is, and the way around it. */
export function blockedScreen(block: MicrophoneBlock, to: { again(): void; file(): void; back(): void }): Screen {
  const advice = say.microphone.block(block)
  return {
    name: 'blocked',
    title: advice.title,
    content: [notice({ title: say.microphone.title, todo: advice.todo }, 'warn')],
    actions: [button(say.place.pickFile, to.file, { sign: 'file' }), button(say.again, to.again, { kind: 'primary' })],
    back: to.back
  }
}
