import { RadioGroup } from 'radix-ui'

interface ChoiceProps<Value extends string> {
  label: string
  value: Value
  options: readonly { value: Value; label: string }[]
  onChange: (value: Value) => void
}

/** One of a few, side by side. */
export function Choice<Value extends string>({ label, value, options, onChange }: ChoiceProps<Value>) {
  return (
    <RadioGroup.Root
      aria-label={label}
      value={value}
      onValueChange={(next) => onChange(next as Value)}
      className="inline-flex flex-wrap gap-1 rounded-control border border-edge p-0.5 print:hidden"
    >
      {options.map((option) => (
        <RadioGroup.Item
          key={option.value}
          value={option.value}
          className="h-8 rounded-[0.25rem] px-3 font-medium text-muted hover:text-text data-[state=checked]:bg-accent data-[state=checked]:text-on-accent forced:data-[state=checked]:forced-color-adjust-none forced:data-[state=checked]:bg-[Highlight] forced:data-[state=checked]:text-[HighlightText]"
        >
          {option.label}
        </RadioGroup.Item>
      ))}
    </RadioGroup.Root>
  )
}
