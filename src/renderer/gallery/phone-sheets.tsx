import { PairCard } from '../phone/PairCard'
import { PhoneView } from '../phone/PhoneView'
import { closedPairing, openPairing, phoneActions } from './phone-examples'
import type { Sheets } from './sheet'

/** The phone's page, with everything at once, and closed. */
export const phoneSheets: Sheets = {
  phone: () => <PhoneView pairing={openPairing} {...phoneActions} />,
  'pair-card': () => (
    <div className="grid max-w-3xl gap-4 sm:grid-cols-2">
      <PairCard pairing={closedPairing} {...phoneActions} />
      <PairCard pairing={{ ...openPairing, waiting: null }} {...phoneActions} />
      <PairCard pairing={openPairing} {...phoneActions} />
    </div>
  ),
  'phone-closed': () => <PhoneView pairing={closedPairing} {...phoneActions} />
}
