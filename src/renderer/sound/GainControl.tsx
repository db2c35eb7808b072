import { FoldVertical, UnfoldVertical } from 'lucide-react'
import { IconButton } from '../controls/IconButton'
import { useWords } from '../use-words'
import type { Gain } from './use-gain'

/** Beside the waveform: a soft sound is drawn taller, and flat again. */
export function GainControl({ gain: { taller, flatter } }: { gain: Gain }) {
  const { player } = useWords()
  return (
    <div className="absolute top-0 left-0 flex flex-col">
      <IconButton icon={UnfoldVertical} label={player.taller} disabled={!taller} onClick={() => taller?.()} />
      <IconButton icon={FoldVertical} label={player.flatter} disabled={!flatter} onClick={() => flatter?.()} />
    </div>
  )
}
