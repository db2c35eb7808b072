import { Pencil } from 'lucide-react'
import { Button } from '../controls/Button'
import { Choice } from '../controls/Choice'
import { IconButton } from '../controls/IconButton'
import { LabelledSwitch } from '../controls/LabelledSwitch'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { Range } from '../controls/Range'
import { RenameDialog } from '../controls/RenameDialog'
import { nothing, type Sheets } from './sheet'

const LOOKS = ['primary', 'outline', 'quiet'] as const
const SPEEDS = ['0.5x', '1x', '2x'].map((value) => ({ value, label: value }))

/** What the pages are put together from. */
export const controlSheets: Sheets = {
  controls: () => (
    <div className="flex max-w-xl flex-col gap-4">
      {LOOKS.map((look) => (
        <div key={look} className="flex flex-wrap gap-2">
          <Button look={look}>{look}</Button>
          {look !== 'primary' && (
            <Button look={look} pressed>
              pressed
            </Button>
          )}
          <Button look={look} disabled>
            disabled
          </Button>
          <IconButton icon={Pencil} label={`${look}, as an icon`} look={look} />
        </div>
      ))}
      <Choice label="Speed" value="1x" options={SPEEDS} onChange={nothing} />
      <Range label="Heart rate" text="74 bpm" value={74} min={40} max={220} onChange={nothing} />
      <LabelledSwitch label="A switch that is on" note="What it costs." isOn onChange={nothing} />
      <LabelledSwitch label="A switch that is off" note="What it costs." isOn={false} onChange={nothing} />
      <div>
        <Menu trigger={<Button>A menu</Button>}>
          <MenuItem onSelect={nothing}>An action</MenuItem>
          <MenuItem onSelect={nothing} note="beside it">
            Another one
          </MenuItem>
        </Menu>
      </div>
    </div>
  ),
  rename: () => (
    <RenameDialog title="Rename" label="Name" name="a0001.wav" longest={80} onClose={nothing} onSave={nothing} />
  )
}
