import { useSyncExternalStore } from 'react'
import { useWords } from '../use-words'
import type { SoundPlayer } from './sound-player'

/** Where the sound is, to a tenth of a second; drawn again ten times a second at most. */
export function Position({ player }: { player: SoundPlayer }) {
  const words = useWords()
  const tenths = useSyncExternalStore(player.place.subscribe, () => Math.round(10 * player.place.get()))
  return (
    <span className="min-w-28 text-center text-muted tabular-nums" aria-hidden="true">
      {words.player.position(tenths / 10, player.durationS)}
    </span>
  )
}
