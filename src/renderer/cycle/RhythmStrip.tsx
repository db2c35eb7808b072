import { Toolbar } from 'radix-ui'
import type { Rhythm } from '../../core/cycle/rhythm'
import type { MarkedBeat } from '../../core/picture'
import { type RhythmDot, rhythmStrip } from '../../drawing/rhythm-strip'
import { useWords } from '../use-words'

interface RhythmStripProps {
  beats: readonly MarkedBeat[]
  rhythm: Rhythm
  durationS: number
  onHear: (place: number) => void
}

const LOOK: Record<RhythmDot['how'], string> = {
  usual: 'rounded-full bg-accent',
  // Told apart by shape as well as by colour.
  early: 'rotate-45 border-2 border-abnormal bg-raised',
  late: 'rotate-45 bg-abnormal'
}

/**
 * The time from each beat to the next over the recording; choosing one plays the beat that begins it.
 *
 * One stop for the Tab key, however many beats there are; the arrows go from one to the next.
 */
export function RhythmStrip({ beats, rhythm, durationS, onHear }: RhythmStripProps) {
  const words = useWords()
  const { dots, lowS, highS } = rhythmStrip(beats, rhythm, durationS)
  return (
    <section aria-labelledby="rhythm">
      <div className="mb-1 flex flex-wrap justify-between gap-x-4">
        <h3 id="rhythm" className="font-medium">
          {words.cycle.rhythm}
        </h3>
        <span className="text-muted">{words.cycle.summary(rhythm)}</span>
      </div>
      <div className="flex gap-2">
        <div className="flex flex-col justify-between text-right text-sm text-muted tabular-nums" aria-hidden="true">
          <span>{words.cycle.milliseconds(highS)}</span>
          <span>{words.cycle.milliseconds(lowS)}</span>
        </div>
        <div className="h-24 min-w-0 grow rounded-control bg-sunken px-2 py-2">
          <Toolbar.Root aria-labelledby="rhythm" className="relative size-full">
            {dots.map(({ place, atS, rrS, xPercent, yPercent, how }) => {
              const name = words.cycle.dot(atS, rrS, words.cycle.how[how])
              return (
                <Toolbar.Button
                  key={place}
                  aria-label={name}
                  title={name}
                  onClick={() => onHear(place)}
                  className={`absolute size-2 -translate-x-1/2 -translate-y-1/2 before:absolute before:-inset-2 ${LOOK[how]}`}
                  style={{ left: `${xPercent}%`, top: `${yPercent}%` }}
                />
              )
            })}
          </Toolbar.Root>
        </div>
      </div>
    </section>
  )
}
