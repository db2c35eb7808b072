import { AccuracyView } from '../accuracy/AccuracyView'
import { HelpBundle } from '../settings/HelpBundle'
import { SettingsView } from '../settings/SettingsView'
import { SystemView } from '../system/SystemView'
import { exampleCard } from './example-card'
import { nothing, type Sheets } from './sheet'

const EXAMPLE_BUNDLE = `OPS Fusion 0.1.0, 2026-11-22T10:00:00.000Z

runtime: ok node=24.1.0 platform=linux arch=x64 cores=4
port: warning busy port=4780

2026-11-22T09:58:12.104Z start version=0.1.0 door=browser node=24.1.0 system=linux-x64 recordings=12
2026-11-22T09:59:40.871Z intake from=phone count=1
2026-11-22T09:59:42.330Z analysed totalMs=812
`

/** The pages beside the recordings. */
export const pageSheets: Sheets = {
  accuracy: () => <AccuracyView card={exampleCard} />,
  settings: () => (
    <SettingsView
      settings={{ theme: 'system', operatingPoint: 'balanced', showsEvidence: false }}
      about={{ version: '0.1.0', door: 'browser', model: exampleCard }}
      purposes={{ now: 'balanced', otherwise: 2, isRunning: false, onAnalyseAll: nothing }}
      stethoscopes={<p>…</p>}
      help={<p>…</p>}
      onChange={nothing}
    />
  ),
  'settings-without-model': () => (
    <SettingsView
      settings={{ theme: 'dark', operatingPoint: 'balanced', showsEvidence: false }}
      about={{ version: '0.1.0', door: 'desktop', model: null }}
      purposes={{ now: 'balanced', otherwise: 2, isRunning: false, onAnalyseAll: nothing }}
      stethoscopes={<p>…</p>}
      help={<p>…</p>}
      onChange={nothing}
    />
  ),
  'help-bundle': () => (
    <div className="flex flex-col gap-8">
      {[
        { text: null, isMaking: false },
        { text: null, isMaking: true },
        { text: EXAMPLE_BUNDLE, isMaking: false }
      ].map((state) => (
        <section key={`${state.isMaking} ${state.text}`} className="card p-5">
          <HelpBundle {...state} onShow={nothing} onSave={nothing} />
        </section>
      ))}
    </div>
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
  )
}
