import type { AnalyseAll } from '../../contracts/analyse-all'
import { WorkBar } from '../controls/WorkBar'
import { useHost } from '../state/host-context'
import { useActions } from '../state/use-actions'
import { useWords } from '../use-words'

/** How far analysing all again has come, in every view; what is not reached when it is stopped keeps its answer. */
export function AnalyseAllBar({ done, total }: Pick<AnalyseAll, 'done' | 'total'>) {
  const words = useWords()
  const { api } = useHost()
  const { attempt } = useActions()
  return (
    <WorkBar
      text={words.library.analysedAgain(done, total)}
      fraction={total > 0 ? done / total : 0}
      onCancel={() => void attempt(() => api.analysis.cancelAll())}
    />
  )
}
