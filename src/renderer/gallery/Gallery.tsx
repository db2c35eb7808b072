import { Tooltip } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import type { Answer } from '../../core/analysis'
import { AppError, ERROR_CODES } from '../../core/errors'
import { AccuracyView } from '../accuracy/AccuracyView'
import { Button } from '../controls/Button'
import { IntakeView } from '../intake/IntakeView'
import { LibraryView } from '../library/LibraryView'
import { CaptureCard } from '../phone/CaptureCard'
import { PhoneView, type PhoneViewProps } from '../phone/PhoneView'
import { AnalysedRecording } from '../recording/AnalysedRecording'
import { AnswerCard } from '../recording/AnswerCard'
import { Failure } from '../recording/Failure'
import { Gauge } from '../recording/Gauge'
import { StepList } from '../recording/StepList'
import { SettingsView } from '../settings/SettingsView'
import { Rail } from '../shell/Rail'
import { ShortcutsDialog } from '../shell/ShortcutsDialog'
import { TopBar } from '../shell/TopBar'
import type { LeaveOut } from '../sound/use-leave-out'
import { SimulatorDialog } from '../start/SimulatorDialog'
import { StartView } from '../start/StartView'
import { SystemView } from '../system/SystemView'
import { exampleSound, heard } from './example-sound'
import { analysedState, analysisOf, answerAt, exampleCard, exampleSamples, recordingOf } from './examples'
import { closedPairing, openPairing, processedSource } from './phone-examples'

const sound = heard(exampleSound(20, 74, 0.12))
const long = heard(exampleSound(75, 66, 0))
const nothing = () => {}

const ANSWERS: Answer[] = [
  answerAt(0.02, 'normal-like'),
  answerAt(0.31, 'normal-like'),
  answerAt(0.78, 'abnormal-like'),
  answerAt(0.99, 'abnormal-like'),
  answerAt(0.52, 'cannot-tell', 'between'),
  answerAt(0.83, 'cannot-tell', 'no-heart-sound'),
  {
    ...answerAt(0.7, 'abnormal-like'),
    similar: { count: 7, abnormal: 5 },
    threshold: 0.12,
    cannotTell: { low: 0.05, high: 0.2 }
  }
]

const abnormal = recordingOf('a0001.wav', analysedState(analysisOf(answerAt(0.78, 'abnormal-like'), 20)))
const normal = recordingOf(
  'A long recording from the ward, third place.m4a',
  analysedState(analysisOf(answerAt(0.02, 'normal-like'), 75))
)
const refused = recordingOf(
  'room noise.wav',
  analysedState(
    analysisOf(answerAt(0.83, 'cannot-tell', 'no-heart-sound'), 20, {
      heartRate: null,
      quality: {
        usable: false,
        score: 0.12,
        reasons: ['no-heart-sound', 'no-beat'],
        levelDb: -41,
        clippedFraction: 0,
        periodicity: 0.08
      },
      domain: { distance: 2.3, isFar: true },
      findings: [
        { code: 'heart-rate-unclear', periodicity: 0.08 },
        { code: 'unlike-training', distance: 2.3, usual: 0.98 }
      ]
    })
  )
)

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

const analysed = analysedState(analysisOf(answerAt(0.78, 'abnormal-like'), 20))

const phoneActions: Omit<PhoneViewProps, 'pairing'> = {
  onOpen: nothing,
  onStop: nothing,
  onNewCode: nothing,
  onConfirm: nothing,
  onRefuse: nothing,
  onRename: nothing,
  onRemove: nothing,
  onPlain: nothing,
  onTrust: nothing,
  onFirewall: nothing
}

/** Every component in every state, one address each: `gallery.html#gauge`. Without one, all of them. */
const SHEETS: Record<string, () => ReactNode> = {
  window: () => (
    <div className="flex h-dvh flex-col-reverse wide:flex-row">
      <Rail current="analyse" newCount={2} />
      <div className="flex min-h-0 min-w-0 grow flex-col">
        <TopBar
          samples={exampleSamples}
          theme="system"
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
              state={abnormal.state as never}
              sound={sound}
              card={exampleCard}
              sample={exampleSamples[0]}
              onAnalyseAgain={nothing}
            />
          </div>
        </main>
      </div>
    </div>
  ),
  normal: () => (
    <AnalysedRecording
      recording={normal}
      state={normal.state as never}
      sound={long}
      card={exampleCard}
      sample={undefined}
      onAnalyseAgain={nothing}
    />
  ),
  'left-out': () => (
    <AnalysedRecording
      recording={abnormal}
      state={abnormal.state as never}
      sound={{ ...sound, leaveOut }}
      card={exampleCard}
      sample={undefined}
      onAnalyseAgain={nothing}
    />
  ),
  refused: () => (
    <AnalysedRecording
      recording={refused}
      state={refused.state as never}
      sound={{
        ...sound,
        url: 'data:audio/wav;base64,AAAA',
        pictures: { status: 'failed', error: new AppError('internal', 'example') }
      }}
      card={exampleCard}
      sample={undefined}
      onAnalyseAgain={nothing}
    />
  ),
  answers: () => (
    <div className="grid gap-4 lg:grid-cols-2">
      {ANSWERS.map((answer) => (
        <div key={answer.abnormalProbability} className="flex flex-col gap-2">
          <AnswerCard answer={answer} isSynthetic={answer.abnormalProbability === 0.99} />
          <div className="card p-4">
            <Gauge answer={answer} />
          </div>
        </div>
      ))}
    </div>
  ),
  start: () => (
    <StartView samples={exampleSamples} recent={[abnormal, normal, refused]} onChoose={nothing} onSample={nothing} />
  ),
  steps: () => (
    <div className="grid gap-4 lg:grid-cols-2">
      <StepList name="a0001.wav" progress={null} onCancel={nothing} />
      <StepList name="a0001.wav" progress={{ step: 'model', fraction: 0.4 }} onCancel={nothing} />
      <IntakeView now={{ name: 'a0001.wav', fraction: 0.6 }} onCancel={nothing} />
    </div>
  ),
  errors: () => (
    <div className="grid gap-4 lg:grid-cols-3">
      {ERROR_CODES.map((code) => (
        <Failure
          key={code}
          error={{ code, message: 'what a developer reads', values: {} }}
          name="a0001.wav"
          action={{ label: 'Analyse again', run: nothing }}
        />
      ))}
    </div>
  ),
  library: () => (
    <LibraryView
      recordings={[
        abnormal,
        normal,
        refused,
        recordingOf('new.wav', { status: 'waiting' }),
        recordingOf('made.wav', analysedState(analysisOf(answerAt(0.9, 'abnormal-like'), 20)), {
          kind: 'simulator',
          settings: { heartRateBpm: 70, murmur: 'systolic', murmurLevelDb: -12, noiseLevelDb: -40 }
        }),
        recordingOf('broken.mp3', { status: 'failed', error: { code: 'audio-damaged', message: '', values: {} } }),
        recordingOf('b1.wav', { status: 'waiting' }),
        recordingOf('b2.wav', { status: 'analysing', progress: { step: 'model', fraction: 0 } })
      ]}
      onRename={nothing}
      onRemove={nothing}
      onAnalyse={nothing}
      onChoose={nothing}
    />
  ),
  'library-empty': () => (
    <LibraryView recordings={[]} onRename={nothing} onRemove={nothing} onAnalyse={nothing} onChoose={nothing} />
  ),
  phone: () => <PhoneView pairing={openPairing} {...phoneActions} />,
  'phone-closed': () => <PhoneView pairing={closedPairing} {...phoneActions} />,
  capture: () => <CaptureCard source={processedSource} state={{ ...analysed, signalToNoiseDb: 17.4 }} />,
  accuracy: () => <AccuracyView card={exampleCard} />,
  settings: () => (
    <SettingsView
      settings={{ theme: 'system', operatingPoint: 'balanced' }}
      about={{ version: '0.1.0', door: 'browser', model: exampleCard }}
      onChange={nothing}
    />
  ),
  'settings-without-model': () => (
    <SettingsView
      settings={{ theme: 'dark', operatingPoint: 'balanced' }}
      about={{ version: '0.1.0', door: 'desktop', model: null }}
      onChange={nothing}
    />
  ),
  system: () => (
    <SystemView
      report={{
        checkedAt: '2026-11-22T10:00:00Z',
        version: '0.1.0',
        isInOrder: false,
        checks: [
          {
            name: 'runtime',
            status: 'ok',
            finding: 'ok',
            values: { node: '24.1.0', platform: 'linux', arch: 'x64', cores: 4 }
          },
          { name: 'network', status: 'warning', finding: 'no-address', values: {} },
          { name: 'port', status: 'failed', finding: 'busy', values: { port: 4780 } }
        ]
      }}
      isChecking={false}
      onCheck={nothing}
      onCopy={nothing}
    />
  ),
  simulator: () => <SimulatorDialog isOpen onClose={nothing} onMake={nothing} />,
  shortcuts: () => <ShortcutsDialog isOpen onClose={nothing} />
}

export function Gallery() {
  const [sheet] = useState(window.location.hash.slice(1))
  const shown = sheet in SHEETS ? [sheet] : Object.keys(SHEETS)
  return (
    <Tooltip.Provider>
      <div className="h-full overflow-y-auto">
        {shown.map((name) => (
          <section key={name} className={name === 'window' ? '' : 'p-4'}>
            {shown.length > 1 && <h2 className="py-4 text-lg">{name}</h2>}
            {SHEETS[name]?.()}
          </section>
        ))}
        {shown.length > 1 && <Button onClick={() => window.scrollTo(0, 0)}>{Object.keys(SHEETS).length}</Button>}
      </div>
    </Tooltip.Provider>
  )
}
