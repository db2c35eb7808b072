import type { Recording } from '../../contracts/recording'
import { IntakeFailures } from '../intake/IntakeFailures'
import { useHost } from '../state/host-context'
import { useNotices } from '../state/notices'
import { useActions } from '../state/use-actions'
import { usePurposes } from '../state/use-purposes'
import { useWords } from '../use-words'
import { LibraryView } from './LibraryView'

interface ConnectedLibraryProps {
  recordings: readonly Recording[]
  onChoose: () => void
}

/** The library with what its buttons do: nothing is asked beforehand, since everything can be undone. */
export function ConnectedLibrary({ recordings, onChoose }: ConnectedLibraryProps) {
  const words = useWords()
  const { api } = useHost()
  const notices = useNotices()
  const { attempt } = useActions()

  const restore = (recording: Recording) =>
    attempt(async () => {
      await api.library.restore({ id: recording.id })
      notices.tell(words.library.restored(recording.name))
    })
  const remove = (recording: Recording) =>
    attempt(async () => {
      await api.library.remove({ id: recording.id })
      const undo = { label: words.frame.undo, run: () => void restore(recording) }
      notices.tell(words.library.removed(recording.name), undo)
    })
  const rename = (recording: Recording, name: string) =>
    attempt(async () => {
      await api.library.rename({ id: recording.id, name })
      notices.tell(words.library.renamed(name))
    })

  return (
    <div className="flex flex-col gap-4">
      <IntakeFailures />
      <LibraryView
        recordings={recordings}
        purposes={usePurposes()}
        onRename={(recording, name) => void rename(recording, name)}
        onRemove={(recording) => void remove(recording)}
        onAnalyse={({ id }) => void attempt(() => api.analysis.start({ id }))}
        onChoose={onChoose}
      />
    </div>
  )
}
