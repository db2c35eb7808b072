import { AccuracyView } from '../accuracy/AccuracyView'
import { SettingsView } from '../settings/SettingsView'
import { SystemView } from '../system/SystemView'
import { exampleCard } from './example-card'
import { nothing, type Sheets } from './sheet'

/** The pages beside the recordings. */
export const pageSheets: Sheets = {
  accuracy: () => <AccuracyView card={exampleCard} />,
  settings: () => (
    <SettingsView
      settings={{ theme: 'system', operatingPoint: 'balanced', showsEvidence: false }}
      about={{ version: '0.1.0', door: 'browser', model: exampleCard }}
      purposes={{ now: 'balanced', otherwise: 2, isRunning: false, onAnalyseAll: nothing }}
      stethoscopes={<p>…</p>}
      onChange={nothing}
    />
  ),
  'settings-without-model': () => (
    <SettingsView
      settings={{ theme: 'dark', operatingPoint: 'balanced', showsEvidence: false }}
      about={{ version: '0.1.0', door: 'desktop', model: null }}
      purposes={{ now: 'balanced', otherwise: 2, isRunning: false, onAnalyseAll: nothing }}
      stethoscopes={<p>…</p>}
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
  )
}
