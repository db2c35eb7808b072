import type { Pcg } from '../../../src/core/pcg'
import type { App } from '../app'
import { button, notice, paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'
import { analyseHere } from '../on-phone/analyse-here'
import { answerView } from '../parts/answer-view'
import type { Screen } from '../screen'
import { another } from './send'

/** The answer worked out by this phone: nothing leaves it. */
export function hereScreen(app: App, pcg: Pcg): Screen {
  const status = h('div', { role: 'status' })
  let isGone = false

  async function run(): Promise<void> {
    try {
      const { analysis, ms } = await analyseHere(pcg, (step) => {
        if (!isGone) status.replaceChildren(paragraph(say.here[step], 'working'))
      })
      if (!isGone) status.replaceChildren(answerView(analysis, say.answer.fromPhone(ms)))
    } catch (error) {
      const todo = error instanceof RangeError ? say.here.tooShort : say.here.failed
      if (!isGone) status.replaceChildren(notice({ title: say.here.title, todo }, 'warn'))
    }
  }

  void run()
  return {
    name: 'here',
    title: say.here.title,
    hasQuietTitle: true,
    content: [status],
    actions: [button(say.answer.another, () => another(app), { kind: 'primary' })],
    back: () => another(app),
    leave() {
      isGone = true
    }
  }
}
