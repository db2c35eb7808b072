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
import { go } from './state/route'
import { WordsContext } from './use-words'
import './theme.css'

shareStyleNonce()
const host = connect()
const notices = createNotices()
const intakes = createIntakes({
  send: takeIn,
  onTaken([only], total) {
    if (total > 1) go({ view: 'library' })
    else if (only) go({ view: 'analyse', id: only.id })
  }
})
host.api.library.onOpened((id) => go({ view: 'analyse', id }))

createRoot(document.getElementById('window')!).render(
  <WordsContext value={wordsFor('en')}>
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
