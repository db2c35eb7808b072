import type { HandOverState } from '../../contracts/hand-over'
import type { HostEvent } from '../../contracts/host-events'
import type { RecordingId } from '../../contracts/recording'
import { fromErrorReply } from '../../core/errors'
import type { Pipeline } from '../pipeline'
import type { Log } from './log'

/** Writes down of what the windows are told: analyses that end, and phones that come and go. */
export function watchEvents(log: Log): (event: HostEvent) => void {
  const running = new Set<RecordingId>()
  let before: HandOverState | null = null
  return ({ domain, method, payload }) => {
    if (domain === 'library' && method === 'onChanged') {
      const { id, state } = payload
      if (state.status === 'analysing') running.add(id)
      else if (!running.delete(id)) return
      else if (state.status === 'analysed') log.write({ event: 'analysed', totalMs: Math.round(state.timingsMs.total) })
      else if (state.status === 'failed') log.fail('analysis', fromErrorReply(state.error))
    }
    if (domain === 'phone') {
      for (const change of changesOf(before, payload))
        log.write({ event: 'phones', change, paired: payload.phones.length })
      before = payload
    }
  }
}

function changesOf(before: HandOverState | null, { isOn, waiting, phones }: HandOverState) {
  const paired = before ? phones.length - before.phones.length : 0
  return [
    ...(isOn && !before?.isOn ? ['let-in' as const] : []),
    ...(!isOn && before?.isOn ? ['shut-out' as const] : []),
    ...(waiting && waiting.phoneId !== before?.waiting?.phoneId ? ['waiting' as const] : []),
    ...(paired > 0 ? ['paired' as const] : []),
    ...(paired < 0 ? ['removed' as const] : [])
  ]
}

/** The same pipeline, which writes down how many recordings came, where from, and which could not be taken in. */
export function watchIntakes(pipeline: Pipeline, log: Log): Pipeline {
  let count = 0
  return {
    ...pipeline,
    async takeIn(chunks, about) {
      try {
        const taken = await pipeline.takeIn(chunks, about)
        log.write({ event: 'intake', from: about.source.kind, count: ++count })
        return taken
      } catch (thrown) {
        log.fail('intake', thrown)
        throw thrown
      }
    }
  }
}
