import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import type { Route } from '../state/route'
import { useWords } from '../use-words'

/** What the window is called in the task bar and the tab. */
export function WindowTitle({ route }: { route: Route }) {
  const words = useWords()
  const library = useMirror(useMirrors().library)
  const id = route.view === 'analyse' ? route.id : null
  const recording = library.status === 'ready' ? library.value.find((known) => known.id === id) : undefined
  const part = recording?.name ?? (route.view === 'analyse' ? null : words.frame.views[route.view])
  return <title>{part === null ? words.frame.product : `${part} · ${words.frame.product}`}</title>
}
