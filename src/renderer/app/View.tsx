import { ConnectedPhone } from '../phone/ConnectedPhone'
import { Failure } from '../recording/Failure'
import { RecordingView } from '../recording/RecordingView'
import { StartView } from '../start/StartView'
import { ConnectedAccuracy } from './ConnectedAccuracy'
import { ConnectedHealth } from './ConnectedHealth'
import { ConnectedLibrary } from './ConnectedLibrary'
import { ConnectedSettings } from './ConnectedSettings'
import { IntakeView } from './IntakeView'
import { useIntakes } from './intakes'
import { useMirror } from './mirror'
import { useMirrors } from './mirrors'
import { go, type Route } from './route'
import { useStore } from './store'
import { useWords } from './words'

interface ViewProps {
  route: Route
  onChoose: () => void
  onSample: (id: string) => void
}

/** What the route asks for, out of what the host has told. */
export function View({ route, onChoose, onSample }: ViewProps) {
  const words = useWords()
  const mirrors = useMirrors()
  const library = useMirror(mirrors.library)
  const samples = useMirror(mirrors.samples)
  const intakes = useIntakes()
  const intake = useStore(intakes.store)

  if (route.view === 'phone') return <ConnectedPhone />
  if (route.view === 'accuracy') return <ConnectedAccuracy />
  if (route.view === 'health') return <ConnectedHealth />
  if (route.view === 'settings') return <ConnectedSettings />
  if (library.status === 'loading') return <p className="py-32 text-center text-muted">{words.frame.loading}</p>
  if (library.status === 'failed') {
    const retry = () => void mirrors.library.reload()
    return <Failure error={library.error} action={{ label: words.frame.tryAgain, run: retry }} />
  }
  if (route.view === 'library') return <ConnectedLibrary recordings={library.value} onChoose={onChoose} />
  if (intake.now) return <IntakeView now={intake.now} onCancel={intakes.cancel} />
  if (route.id === null) {
    const failure = intake.failures[0]
    const chooseAgain = () => {
      intakes.clear()
      onChoose()
    }
    if (failure) {
      return (
        <Failure
          error={failure.error}
          name={failure.name}
          action={{ label: words.frame.chooseFile, run: chooseAgain }}
        />
      )
    }
    return (
      <StartView
        samples={samples.status === 'ready' ? samples.value : []}
        recent={library.value}
        onChoose={onChoose}
        onSample={onSample}
      />
    )
  }
  const recording = library.value.find(({ id }) => id === route.id)
  if (recording) return <RecordingView recording={recording} onChoose={onChoose} />
  return (
    <Failure
      error={{ code: 'recording-not-found', message: route.id, values: {} }}
      action={{ label: words.start.openLibrary, run: () => go({ view: 'library' }) }}
    />
  )
}
