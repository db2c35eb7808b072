import { useState } from 'react'
import type { SimulatorSettings } from '../../contracts/recording'
import { SIMULATED_BPM } from '../../core/simulate'
import { Button } from '../controls/Button'
import { Choice } from '../controls/Choice'
import { Dialog } from '../controls/Dialog'
import { Range } from '../controls/Range'
import { useWords } from '../use-words'

interface SimulatorDialogProps {
  isOpen: boolean
  onClose: () => void
  onMake: (settings: SimulatorSettings) => void
}

const MURMURS = ['none', 'systolic', 'diastolic'] as const
const FIRST: SimulatorSettings = { heartRateBpm: 70, murmur: 'none', murmurLevelDb: -15, noiseLevelDb: -40 }

/** Makes a heart of one's own: rate, murmur, loudness of murmur and noise. */
export function SimulatorDialog({ isOpen, onClose, onMake }: SimulatorDialogProps) {
  const words = useWords()
  const [settings, setSettings] = useState(FIRST)
  const change = (part: Partial<SimulatorSettings>) => setSettings({ ...settings, ...part })
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={words.simulator.title} lead={words.simulator.lead}>
      <div className="flex flex-col gap-5">
        <Range
          label={words.simulator.heartRate}
          text={words.simulator.beatsPerMinute(settings.heartRateBpm)}
          value={settings.heartRateBpm}
          min={SIMULATED_BPM.least}
          max={SIMULATED_BPM.most}
          onChange={(heartRateBpm) => change({ heartRateBpm })}
        />
        <div>
          <p className="mb-1 font-medium">{words.simulator.murmur}</p>
          <Choice
            label={words.simulator.murmur}
            value={settings.murmur}
            options={MURMURS.map((value) => ({ value, label: words.simulator.murmurs[value] }))}
            onChange={(murmur) => change({ murmur })}
          />
        </div>
        {settings.murmur !== 'none' && (
          <Range
            label={words.simulator.murmurLevel}
            text={words.simulator.relative(settings.murmurLevelDb)}
            value={settings.murmurLevelDb}
            min={-40}
            max={0}
            onChange={(murmurLevelDb) => change({ murmurLevelDb })}
          />
        )}
        <Range
          label={words.simulator.noiseLevel}
          text={words.simulator.relative(settings.noiseLevelDb)}
          value={settings.noiseLevelDb}
          min={-60}
          max={0}
          onChange={(noiseLevelDb) => change({ noiseLevelDb })}
        />
        <div className="flex justify-end gap-2">
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button look="primary" onClick={() => onMake(settings)}>
            {words.simulator.make}
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
