import type { Beat, Picture } from '../../core/picture'
import type { TimeView } from '../../drawing/time-view'
import { useWords } from '../use-words'
import { BeatMarks } from './BeatMarks'
import type { CloseSamples } from './use-close-samples'
import { Waveform } from './Waveform'

interface WaveformPaneProps {
  waveform: Picture<'waveform'>
  close: CloseSamples | null
  gain: number
  /** None while they are hidden. */
  beats: readonly Beat[]
  view: TimeView
  heightPx: number
}

/** The waveform and what lies on it. */
export function WaveformPane({ beats, ...sound }: WaveformPaneProps) {
  const { player } = useWords()
  const { gain, view, heightPx } = sound
  return (
    <div className="relative">
      <Waveform {...sound} />
      {beats.length > 0 && <BeatMarks beats={beats} view={view} heightPx={heightPx} />}
      {gain > 1 && (
        <span className="pointer-events-none absolute bottom-0 left-0 bg-raised/80 pr-1 text-muted">
          {player.gain(gain)}
        </span>
      )}
    </div>
  )
}
