import { spokenAnswer } from '../../words/insights'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import type { Route } from '../state/route'
import { useWords } from '../use-words'

/** Speaks the answer of the shown recording, or how far it is, to those who do not see it. */
export function AnswerAnnouncer({ route }: { route: Route }) {
  const words = useWords()
  const library = useMirror(useMirrors().library)
  const id = route.view === 'analyse' ? route.id : null
  const recording = library.status === 'ready' ? library.value.find((known) => known.id === id) : undefined
  const state = recording?.state
  const text =
    state?.status === 'analysed'
      ? spokenAnswer(state.analysis.answer, words)
      : state?.status === 'analysing'
        ? words.steps.name(state.progress.step)
        : ''
  return (
    <div role="status" aria-live="polite" className="sr-only" data-testid="spoken-answer">
      {text}
    </div>
  )
}
