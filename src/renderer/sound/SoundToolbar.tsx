import { Maximize2, Pause, Play, Repeat, ZoomIn, ZoomOut } from 'lucide-react'
import type { ReactNode } from 'react'
import { Button } from '../controls/Button'
import { IconButton } from '../controls/IconButton'
import { useStore } from '../state/store'
import { useWords } from '../use-words'
import { Position } from './Position'
import { SpanChip } from './SpanChip'
import { SpeedMenu } from './SpeedMenu'
import type { SoundPlayer } from './sound-player'

interface SoundToolbarProps {
  player: SoundPlayer
  onZoom: (factor: number) => void
  onFit: () => void
  /** What else can be done with the sound. */
  children: ReactNode
}

/** Play, place, loop, speed, zoom. */
export function SoundToolbar({ player, onZoom, onFit, children }: SoundToolbarProps) {
  const words = useWords()
  const { isPlaying, isLooping, rate, hasFailed } = useStore(player.state)
  return (
    <div
      role="toolbar"
      className="flex flex-wrap items-center gap-2"
      aria-label={words.player.title}
      // A click must not take the focus along: Space and the arrows go on meaning the sound.
      onMouseDown={(event) => event.preventDefault()}
    >
      <Button look="primary" className="w-[5.5rem]" disabled={hasFailed} onClick={() => player.toggle()}>
        {isPlaying ? (
          <Pause size="1.125rem" strokeWidth={1.5} aria-hidden />
        ) : (
          <Play size="1.125rem" strokeWidth={1.5} aria-hidden />
        )}
        {isPlaying ? words.player.pause : words.player.play}
      </Button>
      <Position player={player} />
      <Button pressed={isLooping} onClick={() => player.toggleLoop()}>
        <Repeat size="1.125rem" strokeWidth={1.5} aria-hidden />
        {words.player.loop}
      </Button>
      {children}
      <SpanChip player={player} />
      <div className="ml-auto flex flex-wrap items-center gap-2">
        <SpeedMenu rate={rate} onRate={(chosen) => player.setRate(chosen)} />
        <div className="flex">
          <IconButton icon={ZoomOut} label={words.player.zoomOut} onClick={() => onZoom(0.5)} />
          <IconButton icon={ZoomIn} label={words.player.zoomIn} onClick={() => onZoom(2)} />
          <IconButton icon={Maximize2} label={words.player.zoomFit} onClick={onFit} />
        </div>
      </div>
    </div>
  )
}
