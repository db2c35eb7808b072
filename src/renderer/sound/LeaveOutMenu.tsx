import { ChevronDown, Scissors } from 'lucide-react'
import type { Part } from '../../core/leave-out'
import type { BandEdges } from '../../core/model-card'
import { Button } from '../controls/Button'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { useStore } from '../state/store'
import { useWords } from '../use-words'
import { partName } from './part-name'
import type { SoundPlayer } from './sound-player'

interface LeaveOutMenuProps {
  player: SoundPlayer
  bands: readonly BandEdges[]
  /** What pulled most towards the answer. */
  deciding: readonly Part[]
  onChoose: (part: Part) => void
}

/** First and second sound, most murmurs, high murmurs: where one listens for what. Hz. */
const CUTS_HZ = [100, 200, 400]

/** Parts to leave out: what pulled most, the selected stretch, or a band of pitch. */
export function LeaveOutMenu({ player, bands, deciding, onChoose }: LeaveOutMenuProps) {
  const words = useWords()
  const { span } = useStore(player.state)
  const lowest = Math.ceil(bands[0]?.lowHz ?? 0)
  const highest = Math.floor(bands.at(-1)?.highHz ?? 0)
  const edges = [lowest, ...CUTS_HZ.filter((hertz) => hertz > lowest && hertz < highest), highest]
  const parts: Part[] = [
    ...(span ? [{ kind: 'span' as const, ...span }] : []),
    ...edges.slice(1).map((highHz, index) => ({ kind: 'band' as const, lowHz: edges[index]!, highHz }))
  ]
  return (
    <Menu
      trigger={
        <Button>
          <Scissors size="1.125rem" strokeWidth={1.5} aria-hidden />
          {words.leaveOut.button}
          <ChevronDown size="1rem" strokeWidth={1.5} aria-hidden />
        </Button>
      }
    >
      {deciding.map((part) => (
        <MenuItem key={`deciding ${part.kind}`} onSelect={() => onChoose(part)} note={words.leaveOut.pulledMost}>
          {partName(part, words)}
        </MenuItem>
      ))}
      {parts.map((part) => (
        <MenuItem key={partName(part, words)} onSelect={() => onChoose(part)}>
          {partName(part, words)}
        </MenuItem>
      ))}
    </Menu>
  )
}
