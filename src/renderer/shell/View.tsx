import { ConnectedAccuracy } from '../accuracy/ConnectedAccuracy'
import { ConnectedLibrary } from '../library/ConnectedLibrary'
import { ConnectedPhone } from '../phone/ConnectedPhone'
import { Failure } from '../recording/Failure'
import { RecordingView } from '../recording/RecordingView'
import { ConnectedSettings } from '../settings/ConnectedSettings'
import { ConnectedStart } from '../start/ConnectedStart'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { go, type Route } from '../state/route'
import { ConnectedSystem } from '../system/ConnectedSystem'
import { useWords } from '../use-words'

interface ViewProps {
  route: Route
  onChoose: () => void
  onSample: (id: string) => void
}

/** What the route asks for. */
export function View({ route, onChoose, onSample }: ViewProps) {
  const words = useWords()
  const mirror = useMirrors().library
  const library = useMirror(mirror)

  if (route.view === 'phone') return <ConnectedPhone />
  if (route.view === 'accuracy') return <ConnectedAccuracy />
  if (route.view === 'system') return <ConnectedSystem />
  if (route.view === 'settings') return <ConnectedSettings />
  if (library.status === 'loading') return <p className="py-32 text-center text-muted">{words.frame.loading}</p>
  if (library.status === 'failed') {
    return <Failure error={library.error} action={{ label: words.frame.tryAgain, run: () => void mirror.reload() }} />
  }
  if (route.view === 'library') return <ConnectedLibrary recordings={library.value} onChoose={onChoose} />
  if (route.id === null) return <ConnectedStart onChoose={onChoose} onSample={onSample} />
  const recording = library.value.find(({ id }) => id === route.id)
  if (recording) return <RecordingView recording={recording} onChoose={onChoose} />
  return (
    <Failure
      error={{ code: 'recording-not-found', message: route.id, values: {} }}
      action={{ label: words.start.openLibrary, run: () => go({ view: 'library' }) }}
    />
  )
}
