import { IntakeView } from '../intake/IntakeView'
import { ConnectedPairCard } from '../phone/ConnectedPairCard'
import { Failure } from '../recording/Failure'
import { useIntakes } from '../state/intakes'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useStore } from '../state/store'
import { useWords } from '../use-words'
import { StartView } from './StartView'

interface ConnectedStartProps {
  onChoose: () => void
  onSample: (id: string) => void
}

/** The page that waits for a recording; a single file on its way in, or why it could not come in, stands here too. */
export function ConnectedStart({ onChoose, onSample }: ConnectedStartProps) {
  const words = useWords()
  const mirrors = useMirrors()
  const library = useMirror(mirrors.library)
  const samples = useMirror(mirrors.samples)
  const settings = useMirror(mirrors.settings)
  const intakes = useIntakes()
  const { now, batch, failures } = useStore(intakes.store)
  const [failure] = failures
  if (now && !batch) return <IntakeView now={now} onCancel={intakes.cancel} />
  if (failure) {
    const chooseAgain = () => {
      intakes.clear()
      onChoose()
    }
    const action = { label: words.frame.chooseFile, run: chooseAgain }
    return <Failure error={failure.error} name={failure.name} action={action} />
  }
  return (
    <StartView
      samples={samples.status === 'ready' ? samples.value : []}
      recent={library.status === 'ready' ? library.value : []}
      purpose={settings.status === 'ready' ? settings.value.operatingPoint : null}
      phone={<ConnectedPairCard />}
      onChoose={onChoose}
      onSample={onSample}
    />
  )
}
