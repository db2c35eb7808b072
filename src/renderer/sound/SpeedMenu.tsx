import { Check, ChevronDown } from 'lucide-react'
import { Button } from '../controls/Button'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { useWords } from '../use-words'

const RATES = [1, 0.5, 0.25]

/** How fast it plays. */
export function SpeedMenu({ rate, onRate }: { rate: number; onRate: (rate: number) => void }) {
  const { player } = useWords()
  return (
    <Menu
      trigger={
        <Button className="w-[5.25rem]">
          <span className="sr-only">{player.speed}</span>
          {player.rate(rate)}
          <ChevronDown size="1rem" strokeWidth={1.5} aria-hidden />
        </Button>
      }
    >
      {RATES.map((choice) => (
        <MenuItem key={choice} onSelect={() => onRate(choice)}>
          <Check size="1.125rem" strokeWidth={1.5} aria-hidden className={choice === rate ? '' : 'invisible'} />
          {player.rate(choice)}
        </MenuItem>
      ))}
    </Menu>
  )
}
