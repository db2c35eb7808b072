import { AppError } from '../../core/errors'
import { WorkBar } from '../controls/WorkBar'
import { IntakeFailures } from '../intake/IntakeFailures'
import { NoticeList } from '../shell/NoticeList'
import { type Intakes, IntakesContext } from '../state/intakes'
import { type Notices, NoticesContext } from '../state/notices'
import { createStore } from '../state/store'
import { nothing, type Sheets } from './sheet'

const notices: Notices = {
  store: createStore([
    { id: 1, text: 'a0001.wav was removed.', action: { label: 'Undo', run: nothing } },
    { id: 2, text: 'A message without a button.' }
  ]),
  tell: nothing,
  dismiss: nothing
}

const intakes: Intakes = {
  store: createStore({
    now: null,
    failures: [
      { name: 'notes.txt', error: new AppError('format-unknown', 'example') },
      {
        name: 'a very long name of a file that somebody has kept for many years.mp3',
        error: new AppError('audio-damaged', 'example')
      }
    ],
    batch: null
  }),
  take: async () => {},
  cancel: nothing,
  clear: nothing,
  endBatch: nothing
}

/** What is told while something else is looked at. */
export const noticeSheets: Sheets = {
  notices: () => (
    <NoticesContext value={notices}>
      <NoticeList />
    </NoticesContext>
  ),
  work: () => <WorkBar text="3 of 7 analysed" fraction={0.43} onCancel={nothing} />,
  'not-taken-in': () => (
    <IntakesContext value={intakes}>
      <IntakeFailures />
    </IntakesContext>
  )
}
