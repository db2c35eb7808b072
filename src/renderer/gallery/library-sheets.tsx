import { LibraryView } from '../library/LibraryView'
import type { Purposes } from '../state/use-purposes'
import { abnormal, normal, refused } from './example-recordings'
import { analysedState, analysisOf, answerAt, recordingOf } from './examples'
import { nothing, type Sheets } from './sheet'

/** As if all had been answered for another one. */
const purposes: Purposes = { now: 'miss-few', otherwise: 4, isRunning: false, onAnalyseAll: nothing }

/** The library, with a recording in every state, and empty. */
export const librarySheets: Sheets = {
  library: () => (
    <LibraryView
      purposes={purposes}
      recordings={[
        abnormal,
        normal,
        refused,
        recordingOf('new.wav', { status: 'waiting' }),
        recordingOf('made.wav', analysedState(analysisOf(answerAt(0.9, 'abnormal-like'), 20)), {
          kind: 'simulator',
          settings: { heartRateBpm: 70, murmur: 'systolic', murmurLevelDb: -12, noiseLevelDb: -40 }
        }),
        recordingOf('broken.mp3', { status: 'failed', error: { code: 'audio-damaged', message: '', values: {} } }),
        recordingOf('b1.wav', { status: 'waiting' }),
        recordingOf('b2.wav', { status: 'analysing', progress: { step: 'model', fraction: 0 } })
      ]}
      onRename={nothing}
      onRemove={nothing}
      onAnalyse={nothing}
      onChoose={nothing}
    />
  ),
  'library-empty': () => (
    <LibraryView
      purposes={purposes}
      recordings={[]}
      onRename={nothing}
      onRemove={nothing}
      onAnalyse={nothing}
      onChoose={nothing}
    />
  )
}
