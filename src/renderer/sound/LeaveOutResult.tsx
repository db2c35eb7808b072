import { Pause, Play, X } from 'lucide-react'
import type { Question } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import { Button } from '../controls/Button'
import { IconButton } from '../controls/IconButton'
import { useStore } from '../state/store'
import { useWords } from '../use-words'
import { outcomeOf, partName, resultOf } from './part-name'
import { ScoreMove } from './ScoreMove'
import type { SoundPlayer } from './sound-player'
import type { LeaveOutState } from './use-leave-out'
import { useSoundPlayer } from './use-sound-player'

interface LeaveOutResultProps {
  state: LeaveOutState
  /** Of which of the two answers it is told. */
  question: Question
  /** Of the whole sound: it falls silent while the rest is heard. */
  player: SoundPlayer
  onClose: () => void
}

/** How the score moved without a part, and the rest of the sound to hear. */
export function LeaveOutResult({ state, question, player, onClose }: LeaveOutResultProps) {
  const words = useWords()
  const { part, before, after, url } = state
  const name = partName(part, words)
  return (
    <div
      role="status"
      className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-2 rounded-control bg-sunken py-2 pr-2 pl-4"
    >
      <div className="min-w-0 grow basis-80">
        <p className="font-medium">
          {after ? resultOf(part, before, after, question, words) : words.leaveOut.working(name)}
        </p>
        {after && !refusalOf(after) && <p>{outcomeOf(before, after, question, words)}</p>}
        {after && <p className="text-muted">{words.leaveOut.limit}</p>}
      </div>
      {after && question === 'abnormal' && !refusalOf(after) && <ScoreMove before={before} after={after} />}
      {after && <HearRest url={url} player={player} />}
      <IconButton icon={X} label={words.frame.dismiss} onClick={onClose} />
    </div>
  )
}

function HearRest({ url, player }: { url: string; player: SoundPlayer }) {
  const rest = useSoundPlayer(url, player.durationS)
  return rest && <HearButton rest={rest} player={player} />
}

function HearButton({ rest, player }: { rest: SoundPlayer; player: SoundPlayer }) {
  const words = useWords()
  const { isPlaying, hasFailed } = useStore(rest.state)
  const Icon = isPlaying ? Pause : Play
  return (
    <Button
      disabled={hasFailed}
      onClick={() => {
        player.pause()
        rest.toggle()
      }}
    >
      <Icon size="1.125rem" strokeWidth={1.5} aria-hidden />
      {isPlaying ? words.leaveOut.stop : words.leaveOut.hear}
    </Button>
  )
}
