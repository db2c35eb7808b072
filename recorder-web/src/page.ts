import type { App } from './app'
import { Connection } from './connection'
import { Desktop } from './desktop/desktop'
import { h } from './element'
import { pageHeader } from './header'
import { say } from './language'
import { Outbox } from './outbox/outbox'
import { Sender } from './outbox/sender'
import { type Screen, Stage } from './screen'
import { fileScreen } from './screens/file'
import { unpairedScreen, unreachableScreen, wordsScreen } from './screens/pairing'
import { placeScreen } from './screens/place'
import { newSitting } from './sitting'

/** One desktop's answer is enough to say what it can take; until then what every one takes. */
const USUAL_PART_BYTES = 256 * 1024

/** Screens that show how things stand and give way when that changes; on the others nobody is interrupted. */
const WAITING_ROOMS = ['looking', 'words', 'unpaired', 'unreachable']

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
  const header = pageHeader(() => app)
  const page = document.getElementById('page')
  if (!page) throw new RangeError('the page has no place for itself')
  const stage = new Stage(page, header.element)
  const app: App = { connection, outbox, sender, stage, sitting: newSitting(), home: () => stage.show(homeOf(app)) }

  connection.onChange(() => {
    header.draw()
    if (connection.standing.is === 'confirmed') sender.retry()
    if (WAITING_ROOMS.some((name) => stage.isShowing(name))) app.home()
  })
  outbox.onChange(header.draw)
  await outbox.open()
  header.draw()
  app.home()
  connection.tell('page-running')
  await connection.open(fragment)
}

/** The screen to begin with, as things stand. */
function homeOf(app: App): Screen {
  const { standing, hello } = app.connection
  switch (standing.is) {
    case 'looking':
      return {
        name: 'looking',
        title: say.app,
        content: [h('p', { class: 'working' }, say.state.looking)],
        actions: []
      }
    case 'unreachable':
      return unreachableScreen(app)
    case 'unpaired':
      return unpairedScreen(app, null)
    case 'refused':
      return unpairedScreen(app, standing.code)
    case 'waiting':
      return wordsScreen(app, standing.words)
    case 'confirmed':
      return hello?.scope === 'add' || !isSecureContext ? fileScreen(app) : placeScreen(app)
  }
}

open().catch((error: unknown) => {
  const page = document.getElementById('page')
  page?.replaceChildren(h('main', {}, h('h1', {}, say.app), h('p', {}, say.broken), h('pre', {}, String(error))))
})
