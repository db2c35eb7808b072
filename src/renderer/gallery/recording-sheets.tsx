import type { Analysis, Answer } from '../../core/analysis'
import { AppError } from '../../core/errors'
import { BeatCard } from '../cycle/BeatCard'
import { CaptureCard } from '../phone/CaptureCard'
import { AnalysedRecording } from '../recording/AnalysedRecording'
import { AnswerCard } from '../recording/AnswerCard'
import { Gauge } from '../recording/Gauge'
import { Rail } from '../shell/Rail'
import { TopBar } from '../shell/TopBar'
import type { LeaveOut } from '../sound/use-leave-out'
import type { Purposes } from '../state/use-purposes'
import { exampleCard } from './example-card'
import { abnormal, normal, refused } from './example-recordings'
import { exampleSound } from './example-sound'
import { analysisOf, answerAt, exampleSamples, murmurAt } from './examples'
import { processedSource } from './phone-examples'
import { nothing, type Sheets } from './sheet'

const purposes: Purposes = { now: 'balanced', otherwise: 3, isRunning: false, onAnalyseAll: nothing }
const sound = exampleSound(20, 74, 0.12)
const long = exampleSound(75, 66, 0)

/** In bell mode. */
const TREBLE_MISSING = answerAt(0.72, 'cannot-tell', 'treble-missing')

const ANSWERS: Answer[] = [
  { ...answerAt(0.02, 'normal-like'), murmur: murmurAt(0.92) },
  answerAt(0.31, 'normal-like'),
  answerAt(0.78, 'abnormal-like'),
  answerAt(0.99, 'abnormal-like'),
  answerAt(0.52, 'cannot-tell', 'between'),
  answerAt(0.83, 'cannot-tell', 'no-heart-sound'),
  TREBLE_MISSING,
  older(answerAt(0.21, 'normal-like')),
  {
    ...answerAt(0.7, 'abnormal-like'),
    similar: { count: 7, abnormal: 5 },
    threshold: 0.12,
    cannotTell: { low: 0.05, high: 0.2 }
  }
]

/** What one or the other of them needs to be looked at. */
function changesFor(answer: Answer): Partial<Analysis> {
  const { quality } = abnormal.state.analysis
  if (answer === TREBLE_MISSING) return { quality: { ...quality, bandwidth: { lowHz: 32, highHz: 158.7 } } }
  return answer.abnormalProbability === 0.31 ? { domain: { distance: 4.1, isFar: true } } : {}
}

/** As an earlier version gave it. */
function older({ murmur: _, ...answer }: Answer): Answer {
  return answer
}

const leaveOut: LeaveOut = {
  state: {
    part: { kind: 'band', lowHz: 100, highHz: 200 },
    before: answerAt(0.78, 'abnormal-like'),
    after: answerAt(0.44, 'cannot-tell', 'between'),
    url: sound.url
  },
  ask: nothing,
  close: nothing
}

/** An analysed recording, in the window and alone. */
export const recordingSheets: Sheets = {
  window: () => (
    <div className="flex h-dvh flex-col-reverse wide:flex-row">
      <Rail current="analyse" newCount={2} />
      <div className="flex min-h-0 min-w-0 grow flex-col">
        <TopBar
          samples={exampleSamples}
          theme="system"
          isStart={false}
          onRecord={nothing}
          onChoose={nothing}
          onSample={nothing}
          onSimulate={nothing}
          onTheme={nothing}
          onHelp={nothing}
        />
        <main className="min-h-0 grow overflow-y-auto">
          <div className="mx-auto w-full max-w-[120rem] p-3 wide:px-6 wide:py-4">
            <AnalysedRecording
              recording={abnormal}
              state={abnormal.state}
              sound={sound}
              card={exampleCard}
              sample={exampleSamples[0]}
              purposes={purposes}
              onAnalyseAgain={nothing}
              onChooseChannel={nothing}
            />
          </div>
        </main>
      </div>
    </div>
  ),
  beat: () =>
    sound.pictures.status === 'ready' &&
    abnormal.state.analysis.cycle && (
      <BeatCard
        cycle={abnormal.state.analysis.cycle}
        pictures={sound.pictures.pictures}
        durationS={20}
        onHear={nothing}
      />
    ),
  normal: () => (
    <AnalysedRecording
      recording={normal}
      state={normal.state}
      sound={long}
      card={exampleCard}
      sample={undefined}
      purposes={purposes}
      onAnalyseAgain={nothing}
      onChooseChannel={nothing}
    />
  ),
  'left-out': () => (
    <AnalysedRecording
      recording={abnormal}
      state={abnormal.state}
      sound={{ ...sound, leaveOut }}
      card={exampleCard}
      sample={undefined}
      purposes={purposes}
      onAnalyseAgain={nothing}
      onChooseChannel={nothing}
    />
  ),
  refused: () => (
    <AnalysedRecording
      recording={refused}
      state={refused.state}
      sound={{
        ...sound,
        url: 'data:audio/wav;base64,AAAA',
        pictures: { status: 'failed', error: new AppError('internal', 'example') }
      }}
      card={exampleCard}
      sample={undefined}
      purposes={purposes}
      onAnalyseAgain={nothing}
      onChooseChannel={nothing}
    />
  ),
  answers: () => (
    <div className="grid gap-4 lg:grid-cols-2">
      {ANSWERS.map((answer) => (
        <div key={answer.abnormalProbability} className="flex flex-col gap-2">
          <AnswerCard
            analysis={analysisOf(answer, 20, changesFor(answer))}
            isSynthetic={answer.abnormalProbability === 0.99}
            purposes={answer.abnormalProbability === 0.02 ? { ...purposes, now: 'miss-few' } : purposes}
            onAnalyseAgain={nothing}
          />
          <div className="card p-4">
            <Gauge answer={answer} />
          </div>
        </div>
      ))}
    </div>
  ),
  capture: () => <CaptureCard source={processedSource} state={{ ...abnormal.state, signalToNoiseDb: 17.4 }} />
}
