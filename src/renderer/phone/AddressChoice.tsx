import { RadioGroup } from 'radix-ui'
import type { PhoneAddress } from '../../contracts/hand-over'
import { useWords } from '../use-words'

interface AddressChoiceProps {
  addresses: readonly PhoneAddress[]
  value: string
  onChange: (host: string) => void
}

/** Every address of this computer, the likeliest first: which one a phone reaches only a try can tell. */
export function AddressChoice({ addresses, value, onChange }: AddressChoiceProps) {
  const words = useWords()
  return (
    <div>
      <h3 className="font-medium">{words.phone.address}</h3>
      <p className="mb-2 text-muted">{words.phone.addressNote}</p>
      <RadioGroup.Root
        aria-label={words.phone.address}
        value={value}
        onValueChange={onChange}
        className="flex flex-col gap-1"
      >
        {addresses.map(({ host, kind, interface: name }) => (
          <RadioGroup.Item
            key={host}
            value={host}
            className="flex min-h-9 items-center gap-3 rounded-control border border-edge px-3 py-1 text-left hover:bg-sunken data-[state=checked]:border-accent data-[state=checked]:ring-1 data-[state=checked]:ring-accent"
          >
            <span className="flex size-4 shrink-0 items-center justify-center rounded-full border-2 border-edge">
              <RadioGroup.Indicator className="size-2 rounded-full bg-accent forced:bg-[Highlight]" />
            </span>
            <span className="min-w-0 grow font-medium break-all">{host}</span>
            <span className="text-muted">{[words.phone.kinds[kind], name].filter(Boolean).join(' · ')}</span>
          </RadioGroup.Item>
        ))}
      </RadioGroup.Root>
    </div>
  )
}
