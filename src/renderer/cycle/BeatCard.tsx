import { useMemo } from 'react'
import type { Cycle } from '../../core/analysis'
import { markedBeatsOf, type Pictures } from '../../core/picture'
import { useWords } from '../use-words'
import { AveragedBeat } from './AveragedBeat'
import { BeatTable } from './BeatTable'
import { RhythmStrip } from './RhythmStrip'

interface BeatCardProps {
  cycle: Cycle
  pictures: Pick<Pictures, 'beats' | 'averaged-beat'>
  durationS: number
  /** Selects a stretch of the sound and plays from its start. */
  onHear: (startS: number, endS: number) => void
}

/** The beat itself: all of them laid over each other, how evenly they come, and each by itself. */
export function BeatCard({ cycle: { rhythm, averaged }, pictures, durationS, onHear }: BeatCardProps) {
  const words = useWords()
  const beats = useMemo(() => markedBeatsOf(pictures.beats), [pictures.beats])
  if (beats.length === 0) return null
  const hear = (place: number) => {
    const { s1, rrS, s2 } = beats[place]!
    onHear(s1.startS, Math.min(durationS, rrS === null ? s2.endS : s1.startS + rrS))
  }
  return (
    <section aria-label={words.cycle.title} className="card grid gap-x-8 gap-y-5 p-5 lg:grid-cols-2">
      {averaged ? (
        <AveragedBeat
          picture={pictures['averaged-beat']}
          beats={beats.filter((_, place) => !averaged.leftOut.includes(place))}
          summary={averaged}
          onHear={hear}
        />
      ) : (
        <p className="text-muted">{words.cycle.none}</p>
      )}
      <div className="flex min-w-0 flex-col gap-4">
        {rhythm ? (
          <RhythmStrip beats={beats} rhythm={rhythm} durationS={durationS} onHear={hear} />
        ) : (
          <p className="text-muted">{words.cycle.noRhythm}</p>
        )}
        <BeatTable beats={beats} onHear={hear} />
      </div>
    </section>
  )
}
