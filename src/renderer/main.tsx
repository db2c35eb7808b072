import { createRoot } from 'react-dom/client'
import { wordsFor } from '../words/words'
import { connect } from './api/connect'
import { takeIn } from './api/intake'
import { shareStyleNonce } from './page/style-nonce'
import { App } from './shell/App'
import { HostContext } from './state/host-context'
import { createIntakes, IntakesContext } from './state/intakes'
import { MirrorsContext, mirrorsOf } from './state/mirrors'
import { createNotices, NoticesContext } from './state/notices'
import { go, isStart, routeOfNow } from './state/route'
import { WordsContext } from './use-words'
import './theme.css'

shareStyleNonce()
const words = wordsFor('en')
const host = connect()
const notices = createNotices()
const intakes = createIntakes({
  send: takeIn,
  onTaken({ id, name }) {
    const open = () => go({ view: 'analyse', id })
    if (isStart(routeOfNow())) open()
    else notices.tell(words.intake.taken(name), { label: words.frame.open, run: open })
  }
})
host.api.library.onOpened((id) => go({ view: 'analyse', id }))
host.api.library.onLeftOut((count) => notices.tell(words.intake.leftOut(count)))

createRoot(document.getElementById('window')!).render(
  <WordsContext value={words}>
    <HostContext value={host}>
      <MirrorsContext value={mirrorsOf(host)}>
        <NoticesContext value={notices}>
          <IntakesContext value={intakes}>
            <App />
          </IntakesContext>
        </NoticesContext>
      </MirrorsContext>
    </HostContext>
  </WordsContext>
)
