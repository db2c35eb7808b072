import { ConnectedAccuracy } from '../accuracy/ConnectedAccuracy'
import { IntakeView } from '../intake/IntakeView'
import { ConnectedLibrary } from '../library/ConnectedLibrary'
import { ConnectedPairCard } from '../phone/ConnectedPairCard'
import { ConnectedPhone } from '../phone/ConnectedPhone'
import { Failure } from '../recording/Failure'
import { RecordingView } from '../recording/RecordingView'
import { ConnectedSettings } from '../settings/ConnectedSettings'
import { StartView } from '../start/StartView'
import { useIntakes } from '../state/intakes'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { go, type Route } from '../state/route'
import { useStore } from '../state/store'
import { ConnectedSystem } from '../system/ConnectedSystem'
import { useWords } from '../use-words'

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
  const settings = useMirror(mirrors.settings)
  const intakes = useIntakes()
  const intake = useStore(intakes.store)

  if (route.view === 'phone') return <ConnectedPhone />
  if (route.view === 'accuracy') return <ConnectedAccuracy />
  if (route.view === 'system') return <ConnectedSystem />
  if (route.view === 'settings') return <ConnectedSettings />
  if (library.status === 'loading') return <p className="py-32 text-center text-muted">{words.frame.loading}</p>
  if (library.status === 'failed') {
    const retry = () => void mirrors.library.reload()
    return <Failure error={library.error} action={{ label: words.frame.tryAgain, run: retry }} />
  }
  if (route.view === 'library') return <ConnectedLibrary recordings={library.value} onChoose={onChoose} />
  if (intake.now && !intake.batch) return <IntakeView now={intake.now} onCancel={intakes.cancel} />
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
        purpose={settings.status === 'ready' ? settings.value.operatingPoint : null}
        phone={<ConnectedPairCard />}
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
