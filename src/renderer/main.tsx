import { createRoot } from 'react-dom/client'
import { connect } from './api/connect'
import { takeIn } from './api/intake'
import { App } from './app/App'
import { HostContext } from './app/host-context'
import { createIntakes, IntakesContext } from './app/intakes'
import { MirrorsContext, mirrorsOf } from './app/mirrors'
import { createNotices, NoticesContext } from './app/notices'
import { go } from './app/route'
import { shareStyleNonce } from './app/style-nonce'
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
  <HostContext value={host}>
    <MirrorsContext value={mirrorsOf(host)}>
      <NoticesContext value={notices}>
        <IntakesContext value={intakes}>
          <App />
        </IntakesContext>
      </NoticesContext>
    </MirrorsContext>
  </HostContext>
)
