import type { Recording } from '../../contracts/recording'
import { useHost } from '../state/host-context'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useActions } from '../state/use-actions'
import { RecordingStethoscope } from './RecordingStethoscope'

export function ConnectedRecordingStethoscope({ recording }: { recording: Recording }) {
  const { api } = useHost()
  const { attempt } = useActions()
  const stethoscopes = useMirror(useMirrors().stethoscopes)
  if (stethoscopes.status !== 'ready') return null
  return (
    <RecordingStethoscope
      recording={recording}
      stethoscopes={stethoscopes.value}
      onChoose={(id) =>
        void attempt(() =>
          api.stethoscopes.choose({ source: `recording:${recording.id}`, ...(id !== undefined && { id }) })
        )
      }
    />
  )
}
