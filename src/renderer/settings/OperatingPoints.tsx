import { RadioGroup } from 'radix-ui'
import type { Settings } from '../../contracts/desktop-api'
import type { Estimate, OperatingPoint } from '../../core/model-card'
import { useWords } from '../use-words'

interface OperatingPointsProps {
  points: readonly OperatingPoint[]
  value: Settings['operatingPoint']
  onChange: (value: Settings['operatingPoint']) => void
}

/** Which mistake matters more: each choice with what it costs, measured. */
export function OperatingPoints({ points, value, onChange }: OperatingPointsProps) {
  const words = useWords()
  return (
    <RadioGroup.Root
      value={value}
      onValueChange={(next) => onChange(next as Settings['operatingPoint'])}
      aria-label={words.settings.purpose}
      className="grid gap-3 lg:grid-cols-3"
    >
      {points.map((point) => {
        const { title, purpose } = words.model.operatingPoint(point.name)
        return (
          <RadioGroup.Item
            key={point.name}
            value={point.name}
            className="flex flex-col gap-3 rounded-card border border-edge p-4 text-left hover:bg-sunken data-[state=checked]:border-accent data-[state=checked]:ring-2 data-[state=checked]:ring-accent"
          >
            <span className="flex items-center gap-2 text-base font-semibold">
              <span className="flex size-5 items-center justify-center rounded-full border-2 border-edge">
                <RadioGroup.Indicator className="size-2.5 rounded-full bg-accent forced:bg-[Highlight]" />
              </span>
              {title}
            </span>
            <span className="text-muted">{purpose}</span>
            <Bar name={words.model.sensitivity} meaning={words.model.sensitivityMeaning} estimate={point.sensitivity} />
            <Bar name={words.model.specificity} meaning={words.model.specificityMeaning} estimate={point.specificity} />
            <Bar name={words.model.answered} meaning={words.model.answeredMeaning} estimate={point.answered} />
          </RadioGroup.Item>
        )
      })}
    </RadioGroup.Root>
  )
}

/** A measured share with its interval as a whisker. */
function Bar({ name, meaning, estimate }: { name: string; meaning: string; estimate: Estimate }) {
  const words = useWords()
  const { value, low, high } = estimate
  return (
    <span className="block" title={meaning}>
      <span className="flex flex-wrap justify-between gap-x-4">
        <span className="font-medium">{name}</span>
        <span>{words.model.estimate(estimate)}</span>
      </span>
      <svg viewBox="0 0 100 8" preserveAspectRatio="none" className="mt-1 block h-2 w-full" aria-hidden="true">
        <rect width="100" height="8" rx="1" className="fill-line" />
        <rect width={100 * value} height="8" rx="1" className="fill-accent" />
        <rect x={100 * low} y="3" width={100 * (high - low)} height="2" className="fill-text" />
      </svg>
    </span>
  )
}
