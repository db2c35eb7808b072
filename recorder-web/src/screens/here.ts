import { toErrorReply } from '../../../src/core/errors'
import { button, notice } from '../controls'
import type { Screen } from '../display'
import { h } from '../element'
import { say } from '../language'
import { analyseHere } from '../on-phone/analyse-here'
import { type AnalyseRequest, HERE_STEPS, type HereStep } from '../on-phone/messages'
import { answerView, failureView } from '../parts/answer-view'
import { stepList } from '../parts/step-list'

/**
 * The answer worked out by this phone: nothing leaves it.
 *
 * @param read the recording; what it throws is said like a failed analysis
 */
export function hereScreen(read: () => AnalyseRequest | Promise<AnalyseRequest>, to: { next(): void }): Screen {
  const status = h('div', { role: 'status' })
  let isGone = false

  async function run(): Promise<void> {
    try {
      const { analysis, ms } = await analyseHere(await read(), (step) => {
        if (!isGone) status.replaceChildren(stepList(stepsAt(step)))
      })
      if (!isGone) status.replaceChildren(answerView(analysis, say.answer.fromPhone(ms)))
    } catch (thrown) {
      const error = toErrorReply(thrown)
      const failure =
        error.code === 'internal'
          ? notice({ title: say.here.title, todo: say.here.failed }, 'warn')
          : failureView(error)
      if (!isGone) status.replaceChildren(failure)
    }
  }

  void run()
  return {
    name: 'here',
    title: say.here.title,
    hasQuietTitle: true,
    content: [status],
    actions: [button(say.answer.another, to.next, { kind: 'primary' })],
    back: to.next,
    leave() {
      isGone = true
    }
  }
}

function stepsAt(now: HereStep): Parameters<typeof stepList>[0] {
  const current = HERE_STEPS.indexOf(now)
  return HERE_STEPS.map((step, index) => ({
    name: say.here[step],
    mark: index < current ? 'done' : index === current ? 'now' : 'next'
  }))
}
