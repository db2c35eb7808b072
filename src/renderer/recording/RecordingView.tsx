import type { Analysed, Recording } from '../../contracts/recording'
import type { ErrorReply } from '../../core/errors'
import { useRecordingSound } from '../sound/use-recording-sound'
import { useHost } from '../state/host-context'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useActions } from '../state/use-actions'
import { usePurposes } from '../state/use-purposes'
import { ConnectedRecordingStethoscope } from '../stethoscopes/ConnectedRecordingStethoscope'
import { useWords } from '../use-words'
import { AnalysedRecording } from './AnalysedRecording'
import { FailedAgain } from './FailedAgain'
import { Failure } from './Failure'
import { isOfTheFile } from './failure-kind'
import { StepList } from './StepList'

interface RecordingViewProps {
  recording: Recording
  onChoose: () => void
}

/** One recording in whatever state it is. */
export function RecordingView({ recording, onChoose }: RecordingViewProps) {
  const words = useWords()
  const { api } = useHost()
  const { attempt } = useActions()
  const { id, name, state } = recording
  const analyseAgain = () => void attempt(() => api.analysis.start({ id }))
  const analysed = (found: Analysed, failure: ErrorReply | null = null) => (
    // Another recording is another sound: nothing of the one before may linger.
    <WithPictures
      key={id}
      recording={recording}
      state={found}
      failure={failure}
      onAnalyseAgain={analyseAgain}
      onChooseChannel={(channel) => void attempt(() => api.analysis.start({ id, channel }))}
    />
  )

  switch (state.status) {
    case 'waiting':
    case 'analysing':
      return (
        <StepList
          name={name}
          progress={state.status === 'analysing' ? state.progress : null}
          onCancel={() => void attempt(() => api.analysis.cancel({ id }))}
        />
      )
    case 'failed':
      return state.earlier ? (
        analysed(state.earlier, state.error)
      ) : (
        <Failure
          error={state.error}
          name={name}
          action={
            isOfTheFile(state.error.code)
              ? { label: words.frame.chooseFile, run: onChoose }
              : { label: words.library.analyseAgain, run: analyseAgain }
          }
        />
      )
    case 'analysed':
      return analysed(state)
  }
}

interface WithPicturesProps {
  recording: Recording
  state: Analysed
  /** Why it could not be analysed again. */
  failure: ErrorReply | null
  onAnalyseAgain: () => void
  onChooseChannel: (index: number) => void
}

function WithPictures({ recording, state, failure, onAnalyseAgain, onChooseChannel }: WithPicturesProps) {
  const { about, samples } = useMirrors()
  const host = useMirror(about)
  const known = useMirror(samples)
  const sound = useRecordingSound(recording.id, state)
  const { source } = recording
  const sample =
    source.kind === 'sample' && known.status === 'ready'
      ? known.value.find(({ id }) => id === source.sample)
      : undefined
  return (
    <div className="flex flex-col gap-3">
      {failure && <FailedAgain error={failure} />}
      <AnalysedRecording
        recording={recording}
        state={state}
        sound={sound}
        card={host.status === 'ready' ? host.value.model : null}
        sample={sample}
        purposes={usePurposes()}
        onAnalyseAgain={onAnalyseAgain}
        onChooseChannel={onChooseChannel}
      />
      <ConnectedRecordingStethoscope recording={recording} />
    </div>
  )
}
