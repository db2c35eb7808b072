import { ERROR_CODES } from '../../core/errors'
import { IntakeView } from '../intake/IntakeView'
import { PairCard } from '../phone/PairCard'
import { FailedAgain } from '../recording/FailedAgain'
import { Failure } from '../recording/Failure'
import { StepList } from '../recording/StepList'
import { ShortcutsDialog } from '../shell/ShortcutsDialog'
import { SimulatorDialog } from '../start/SimulatorDialog'
import { StartView } from '../start/StartView'
import { abnormal, normal, refused } from './example-recordings'
import { exampleSamples } from './examples'
import { closedPairing, phoneActions } from './phone-examples'
import { nothing, type Sheets } from './sheet'

/** Before there is an answer, or where there is none. */
export const startSheets: Sheets = {
  start: () => (
    <StartView
      samples={exampleSamples}
      recent={[abnormal, normal, refused]}
      purpose="balanced"
      phone={<PairCard pairing={closedPairing} {...phoneActions} />}
      onChoose={nothing}
      onSample={nothing}
    />
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
      <FailedAgain error={{ code: 'disk-full', message: '', values: {} }} />
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
  simulator: () => <SimulatorDialog isOpen onClose={nothing} onMake={nothing} />,
  shortcuts: () => <ShortcutsDialog isOpen onClose={nothing} />
}
