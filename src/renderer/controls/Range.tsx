import { Slider } from 'radix-ui'

interface RangeProps {
  label: string
  /** The value with its unit, as it is shown and spoken. */
  text: string
  value: number
  min: number
  max: number
  step?: number
  onChange: (value: number) => void
}

/** A number within bounds. */
export function Range({ label, text, value, min, max, step = 1, onChange }: RangeProps) {
  return (
    <div className="print:hidden">
      <div className="mb-1 flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{label}</span>
        <span className="text-muted">{text}</span>
      </div>
      <Slider.Root
        value={[value]}
        min={min}
        max={max}
        step={step}
        onValueChange={([next]) => onChange(next ?? value)}
        className="relative flex h-6 touch-none items-center select-none"
      >
        <Slider.Track className="relative h-1 grow rounded-full bg-line forced:bg-[GrayText]">
          <Slider.Range className="absolute h-full rounded-full bg-accent" />
        </Slider.Track>
        <Slider.Thumb
          aria-label={label}
          aria-valuetext={text}
          className="block size-5 rounded-full border-2 border-accent bg-raised"
        />
      </Slider.Root>
    </div>
  )
}
