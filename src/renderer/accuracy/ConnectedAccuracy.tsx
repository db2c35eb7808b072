import { Failure } from '../recording/Failure'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useWords } from '../use-words'
import { AccuracyView } from './AccuracyView'

export function ConnectedAccuracy() {
  const words = useWords()
  const mirrors = useMirrors()
  const about = useMirror(mirrors.about)
  if (about.status === 'loading') return <p className="py-32 text-center text-muted">{words.frame.loading}</p>
  if (about.status === 'failed') {
    const retry = () => void mirrors.about.reload()
    return <Failure error={about.error} action={{ label: words.frame.tryAgain, run: retry }} />
  }
  const { model } = about.value
  if (model) return <AccuracyView card={model} />
  return (
    <div className="mx-auto w-full max-w-5xl">
      <h1 className="text-lg font-semibold">{words.accuracy.title}</h1>
      <p className="mt-4">{words.model.missing}</p>
    </div>
  )
}
