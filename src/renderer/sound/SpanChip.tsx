import { X } from 'lucide-react'
import { Button } from '../controls/Button'
import { useStore } from '../state/store'
import { useWords } from '../use-words'
import type { SoundPlayer } from './sound-player'

/** The selected stretch. Its room is kept where there is none, so that selecting moves nothing. */
export function SpanChip({ player }: { player: SoundPlayer }) {
  const words = useWords()
  const { span } = useStore(player.state)
  return (
    <div className="flex h-9 w-36 shrink-0">
      {span && (
        <Button look="quiet" className="tabular-nums" onClick={() => player.clearSpan()}>
          {words.player.span(span.startS, span.endS)}
          <X size="1.125rem" strokeWidth={1.5} aria-hidden />
          <span className="sr-only">{words.player.clearSpan}</span>
        </Button>
      )}
    </div>
  )
}
