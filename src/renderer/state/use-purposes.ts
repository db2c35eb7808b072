import { isAnsweredOtherwise } from '../../contracts/analyse-all'
import type { Settings } from '../../contracts/desktop-api'
import { useHost } from './host-context'
import { useMirror } from './mirror'
import { useMirrors } from './mirrors'
import { useActions } from './use-actions'

export interface Purposes {
  /** What is chosen; null before it is known. */
  now: Settings['operatingPoint'] | null
  /** Answers that were made for another purpose. */
  otherwise: number
  /** They are being made again. */
  isRunning: boolean
  onAnalyseAll: () => void
}

/** What the answers in the library were made for, against what is chosen now. */
export function usePurposes(): Purposes {
  const { api } = useHost()
  const { attempt } = useActions()
  const mirrors = useMirrors()
  const settings = useMirror(mirrors.settings)
  const library = useMirror(mirrors.library)
  const all = useMirror(mirrors.analyseAll)
  const now = settings.status === 'ready' ? settings.value.operatingPoint : null
  const recordings = library.status === 'ready' ? library.value : []
  return {
    now,
    otherwise: now === null ? 0 : recordings.filter((recording) => isAnsweredOtherwise(recording, now)).length,
    isRunning: all.status === 'ready' && all.value.isRunning,
    onAnalyseAll: () => void attempt(() => api.analysis.startAll())
  }
}
