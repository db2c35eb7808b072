import { Failure } from '../recording/Failure'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useWords } from '../use-words'
import { PhoneView } from './PhoneView'
import { usePhoneActions } from './use-phone-actions'

export function ConnectedPhone() {
  const words = useWords()
  const { phone: mirror } = useMirrors()
  const pairing = useMirror(mirror)
  const actions = usePhoneActions()
  if (pairing.status === 'loading') return <p className="py-32 text-center text-muted">{words.frame.loading}</p>
  if (pairing.status === 'failed') {
    return <Failure error={pairing.error} action={{ label: words.frame.tryAgain, run: () => void mirror.reload() }} />
  }
  return <PhoneView pairing={pairing.value} {...actions} />
}
