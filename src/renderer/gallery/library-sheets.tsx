import { LibraryView } from '../library/LibraryView'
import { abnormal, normal, refused } from './example-recordings'
import { analysedState, analysisOf, answerAt, recordingOf } from './examples'
import { nothing, type Sheets } from './sheet'

/** The library, with a recording in every state, and empty. */
export const librarySheets: Sheets = {
  library: () => (
    <LibraryView
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
    <LibraryView recordings={[]} onRename={nothing} onRemove={nothing} onAnalyse={nothing} onChoose={nothing} />
  )
}
