import { IntakeBar } from '../intake/IntakeBar'
import { AnalyseAllBar } from '../library/AnalyseAllBar'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'

/** Work on several recordings, in whichever view one is. */
export function Work() {
  const mirrors = useMirrors()
  const library = useMirror(mirrors.library)
  const all = useMirror(mirrors.analyseAll)
  if (all.status === 'ready' && all.value.isRunning) return <AnalyseAllBar {...all.value} />
  return library.status === 'ready' ? <IntakeBar library={library.value} /> : null
}
