import type { MicrophoneBlock } from '../../src/contracts/phone-api'
import type { App } from './app'
import type { Captured } from './capture/captured'
import type { Display, Screen } from './display'
import type { AnalyseRequest } from './on-phone/messages'
import { awayScreen } from './screens/away'
import { blockedScreen } from './screens/blocked'
import { fileScreen } from './screens/file'
import { hereScreen } from './screens/here'
import { keptScreen } from './screens/kept'
import { placeScreen } from './screens/place'
import { recordScreen } from './screens/record'
import { reviewScreen } from './screens/review'
import { sendScreen } from './screens/send'
import { trustScreen } from './screens/trust'
import { unpairedScreen } from './screens/unpaired'
import { wordsScreen } from './screens/words'
import { newSeries } from './series'

/** The ways into the page. */
export interface Flow {
  /** Where the page begins, as the connection stands. */
  home(): void
  /** What waits on this phone. */
  kept(): void
}

/**
 * Which screen follows which, on what: every edge of the page is here.
 *
 * A screen knows the names of its exits and not where they lead, so no screen imports another.
 */
export function openFlow(app: App, display: Display): Flow {
  const { connection } = app
  const show = (screen: Screen) => display.show(screen)

  function home(): void {
    const { state } = connection
    if (state.is === 'looking' || state.is === 'unreachable') show(awayScreen(app, { record: place, file }))
    else if (state.is === 'unpaired') show(unpairedScreen(app, null, { record: place }))
    else if (state.is === 'refused') show(unpairedScreen(app, state.code, { record: place }))
    else if (state.is === 'waiting') show(wordsScreen(app, state.words))
    else start()
  }
  const start = () => (connection.takesFilesOnly ? file() : place())

  const place = () => show(placeScreen(app, { record, file, trust }))
  const trust = () => show(trustScreen(app, { back: home }))
  const file = () => show(fileScreen(app, { back: home, queued, here }))

  const record = () => show(recordScreen(app, { back: place, blocked, captured: review }))
  const blocked = (block: MicrophoneBlock) => show(blockedScreen(block, { again: record, file, back: home }))
  const review = (captured: Captured) => show(reviewScreen(app, captured, { again: record, queued, here }))

  /** A take that may be sent: on its way at once, or kept until there is a way. */
  const queued = (id: string) => (connection.confirmed() ? send(id) : kept())
  const send = (id: string) => show(sendScreen(app, id, { kept, next }))
  const kept = () => show(keptScreen(app, { queued, back: home }))
  const here = (read: () => AnalyseRequest | Promise<AnalyseRequest>) => show(hereScreen(read, { next }))

  /** The next place or the next file; a series that has begun is over. */
  function next(): void {
    if (app.series.takes.length > 0) app.series = newSeries(app.series)
    start()
  }

  connection.onChange(() => {
    if (display.screen?.followsConnection) home()
  })
  return { home, kept }
}
