import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { PairCard } from './PairCard'
import { usePhoneActions } from './use-phone-actions'

/** Nothing where the hand-over cannot be asked: the phone's own view says why. */
export function ConnectedPairCard() {
  const pairing = useMirror(useMirrors().phone)
  const actions = usePhoneActions()
  return pairing.status === 'ready' ? <PairCard pairing={pairing.value} {...actions} /> : null
}
