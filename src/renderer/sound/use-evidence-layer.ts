import { useCallback, useState } from 'react'
import { useHost } from '../state/host-context'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useActions } from '../state/use-actions'
import type { Layer } from './use-layer'

/**
 * Whether the evidence is drawn: not until somebody asks, then for every recording until somebody has seen enough.
 *
 * @param isRefused where there is no answer nothing pulled one: then it is asked for each time, and not remembered
 */
export function useEvidenceLayer(isRefused: boolean): Layer {
  const { api } = useHost()
  const { attempt } = useActions()
  const settings = useMirror(useMirrors().settings)
  const isRemembered = !isRefused && settings.status === 'ready' && settings.value.showsEvidence
  // What was asked for here is shown at once; the host may take a moment to remember it.
  const [asked, setAsked] = useState<boolean | null>(null)
  const isShown = asked ?? isRemembered
  const toggle = useCallback(() => {
    setAsked(!isShown)
    if (!isRefused) void attempt(() => api.settings.set({ showsEvidence: !isShown }))
  }, [api, attempt, isShown, isRefused])
  return { isShown, toggle }
}
