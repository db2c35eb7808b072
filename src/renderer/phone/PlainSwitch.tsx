import { Switch } from 'radix-ui'
import { useId } from 'react'
import { useWords } from '../app/words'

/** The twin without encryption, with what it costs said before it is on. */
export function PlainSwitch({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const words = useWords()
  const { plain } = words.phone
  const [label, note] = [useId(), useId()]
  return (
    <section className="card p-5">
      <h2 className="text-base font-semibold">{plain.title}</h2>
      <div className="mt-3 flex items-center gap-3">
        <Switch.Root
          checked={isOn}
          onCheckedChange={onChange}
          aria-labelledby={label}
          aria-describedby={note}
          className="h-6 w-11 shrink-0 rounded-full border border-edge bg-sunken p-0.5 data-[state=checked]:bg-accent forced:data-[state=checked]:bg-[Highlight]"
        >
          <Switch.Thumb className="block size-4.5 rounded-full bg-edge transition-transform data-[state=checked]:translate-x-5 data-[state=checked]:bg-on-accent" />
        </Switch.Root>
        <span id={label} className="font-medium">
          {plain.label}
        </span>
      </div>
      <p id={note} className="mt-2">
        {plain.text}
      </p>
    </section>
  )
}
