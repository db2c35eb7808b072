import type { App } from './app'
import { Connection } from './connection'
import { Desktop } from './desktop/desktop'
import { Display } from './display'
import { h } from './element'
import { openFlow } from './flow'
import { pageHeader } from './header'
import { say } from './language'
import { Outbox } from './outbox/outbox'
import { Sender } from './outbox/sender'
import { newSeries } from './series'

/** Bytes of one part that every desktop takes, until this one has told its own limit. */
const USUAL_PART_BYTES = 256 * 1024

async function open(): Promise<void> {
  // The secret must not stay where a screenshot or the browser's history can find it.
  const fragment = location.hash
  history.replaceState(null, '', location.pathname)

  const connection = new Connection(new Desktop())
  const outbox = new Outbox()
  const sender = new Sender(outbox, {
    desktop: connection.desktop,
    pairing: () => connection.confirmed(),
    maxPartBytes: () => connection.hello?.limits.maxPartBytes ?? USUAL_PART_BYTES,
    onTrouble: () => void connection.look()
  })
  const app: App = { connection, outbox, sender, series: newSeries() }
  const page = document.getElementById('page')
  if (!page) throw new RangeError('the page has no place for itself')
  const header = pageHeader(app, () => flow.kept())
  const flow = openFlow(app, new Display(page, header.element))

  connection.onChange(() => {
    header.draw()
    if (connection.state.is === 'confirmed') sender.retry()
  })
  outbox.onChange(header.draw)
  await outbox.open()
  header.draw()
  flow.home()
  await connection.open(fragment)
}

open().catch((error: unknown) => {
  const page = document.getElementById('page')
  page?.replaceChildren(h('main', {}, h('h1', {}, say.app), h('p', {}, say.broken), h('pre', {}, String(error))))
})
