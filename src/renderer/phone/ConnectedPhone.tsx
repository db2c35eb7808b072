import { Failure } from '../recording/Failure'
import { useHost } from '../state/host-context'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useNotices } from '../state/notices'
import { useActions } from '../state/use-actions'
import { useWords } from '../use-words'
import { PhoneView } from './PhoneView'

export function ConnectedPhone() {
  const words = useWords()
  const { api } = useHost()
  const { attempt } = useActions()
  const notices = useNotices()
  const { phone: mirror } = useMirrors()
  const pairing = useMirror(mirror)
  if (pairing.status === 'loading') return <p className="py-32 text-center text-muted">{words.frame.loading}</p>
  if (pairing.status === 'failed') {
    return <Failure error={pairing.error} action={{ label: words.frame.tryAgain, run: () => void mirror.reload() }} />
  }
  // The answers come as events too, so nothing is done with them here.
  return (
    <PhoneView
      pairing={pairing.value}
      onOpen={() => void attempt(() => api.phone.open())}
      onStop={() => void attempt(() => api.phone.stop())}
      onNewCode={() => void attempt(() => api.phone.newCode())}
      onConfirm={(phoneId) => void attempt(() => api.phone.confirm({ phoneId }))}
      onRefuse={(phoneId) => void attempt(() => api.phone.refuse({ phoneId }))}
      onRename={(phoneId, name) => void attempt(() => api.phone.rename({ phoneId, name }))}
      onRemove={async ({ phoneId, name }) => {
        if (await attempt(() => api.phone.revoke({ phoneId }))) notices.tell(words.phone.phones.removed(name))
      }}
      onPlain={(isOn) => void attempt(() => api.phone.setPlain({ isOn }))}
      onTrust={(isOn) => void attempt(() => api.phone.setTrust({ isOn }))}
      onFirewall={async () => {
        const isAdded = await attempt(() => api.phone.openFirewall())
        const { added, notAdded } = words.phone.firewall
        if (isAdded !== undefined) notices.tell(isAdded ? added : notAdded)
      }}
    />
  )
}
