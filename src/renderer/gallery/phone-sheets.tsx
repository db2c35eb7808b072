import { PhoneView, type PhoneViewProps } from '../phone/PhoneView'
import { closedPairing, openPairing } from './phone-examples'
import { nothing, type Sheets } from './sheet'

const phoneActions: Omit<PhoneViewProps, 'pairing'> = {
  onOpen: nothing,
  onStop: nothing,
  onNewCode: nothing,
  onConfirm: nothing,
  onRefuse: nothing,
  onRename: nothing,
  onRemove: nothing,
  onPlain: nothing,
  onTrust: nothing,
  onFirewall: nothing
}

/** The phone's page, with everything at once, and closed. */
export const phoneSheets: Sheets = {
  phone: () => <PhoneView pairing={openPairing} {...phoneActions} />,
  'phone-closed': () => <PhoneView pairing={closedPairing} {...phoneActions} />
}
