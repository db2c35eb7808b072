import { Switch } from 'radix-ui'
import { useId } from 'react'

interface LabelledSwitchProps {
  label: string
  /** What it costs, said before it is on. */
  note: string
  isOn: boolean
  onChange: (isOn: boolean) => void
}

export function LabelledSwitch({ label, note, isOn, onChange }: LabelledSwitchProps) {
  const [labelId, noteId] = [useId(), useId()]
  return (
    <>
      <div className="mt-3 flex items-center gap-3">
        <Switch.Root
          checked={isOn}
          onCheckedChange={onChange}
          aria-labelledby={labelId}
          aria-describedby={noteId}
          className="h-6 w-11 shrink-0 rounded-full border border-edge bg-sunken p-0.5 data-[state=checked]:bg-accent forced:data-[state=checked]:bg-[Highlight]"
        >
          <Switch.Thumb className="block size-4.5 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-accent" />
        </Switch.Root>
        <span id={labelId} className="font-medium">
          {label}
        </span>
      </div>
      <p id={noteId} className="mt-2">
        {note}
      </p>
    </>
  )
}
