import { useMemo } from 'react'
import type { PairedPhone } from '../../contracts/hand-over'
import { useHost } from '../state/host-context'
import { useNotices } from '../state/notices'
import { useActions } from '../state/use-actions'
import { useWords } from '../use-words'

/** What can be done about phones. Where the hand-over stands then comes as an event. */
export interface PhoneActions {
  onOpen: () => void
  onStop: () => void
  onNewCode: () => void
  onConfirm: (phoneId: string) => void
  onRefuse: (phoneId: string) => void
  onRename: (phoneId: string, name: string) => void
  onRemove: (phone: PairedPhone) => void
  onPlain: (isOn: boolean) => void
  onTrust: (isOn: boolean) => void
  onFirewall: () => void
}

export function usePhoneActions(): PhoneActions {
  const words = useWords()
  const { api } = useHost()
  const { attempt } = useActions()
  const notices = useNotices()
  return useMemo(() => {
    const { phone } = api
    return {
      onOpen: () => void attempt(() => phone.open()),
      onStop: () => void attempt(() => phone.stop()),
      onNewCode: () => void attempt(() => phone.newCode()),
      onConfirm: (phoneId) => void attempt(() => phone.confirm({ phoneId })),
      onRefuse: (phoneId) => void attempt(() => phone.refuse({ phoneId })),
      onRename: (phoneId, name) => void attempt(() => phone.rename({ phoneId, name })),
      async onRemove({ phoneId, name }) {
        if (await attempt(() => phone.revoke({ phoneId }))) notices.tell(words.phone.phones.removed(name))
      },
      onPlain: (isOn) => void attempt(() => phone.setPlain({ isOn })),
      onTrust: (isOn) => void attempt(() => phone.setTrust({ isOn })),
      async onFirewall() {
        const isAdded = await attempt(() => phone.openFirewall())
        const { added, notAdded } = words.phone.firewall
        if (isAdded !== undefined) notices.tell(isAdded ? added : notAdded)
      }
    }
  }, [words, api, attempt, notices])
}
