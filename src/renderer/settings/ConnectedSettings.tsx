import { Failure } from '../recording/Failure'
import { useHost } from '../state/host-context'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useActions } from '../state/use-actions'
import { usePurposes } from '../state/use-purposes'
import { ConnectedStethoscopes } from '../stethoscopes/ConnectedStethoscopes'
import { useWords } from '../use-words'
import { ConnectedHelpBundle } from './ConnectedHelpBundle'
import { SettingsView } from './SettingsView'

export function ConnectedSettings() {
  const words = useWords()
  const { api } = useHost()
  const { attempt } = useActions()
  const mirrors = useMirrors()
  const settings = useMirror(mirrors.settings)
  const about = useMirror(mirrors.about)
  const purposes = usePurposes()
  const failed = [settings, about].find((state) => state.status === 'failed')
  if (failed?.status === 'failed') {
    const retry = () => void Promise.all([mirrors.settings.reload(), mirrors.about.reload()])
    return <Failure error={failed.error} action={{ label: words.frame.tryAgain, run: retry }} />
  }
  if (settings.status !== 'ready' || about.status !== 'ready') {
    return <p className="py-32 text-center text-muted">{words.frame.loading}</p>
  }
  return (
    <SettingsView
      settings={settings.value}
      about={about.value}
      purposes={purposes}
      stethoscopes={<ConnectedStethoscopes />}
      help={<ConnectedHelpBundle />}
      onChange={(change) => void attempt(() => api.settings.set(change))}
    />
  )
}
