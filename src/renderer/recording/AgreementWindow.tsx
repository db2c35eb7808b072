import { Toolbar } from 'radix-ui'
import type { Outcome, WindowAnalysis } from '../../core/analysis'
import { useWords } from '../use-words'
import { OutcomeMark } from './OutcomeMark'
import { OUTCOME_LOOK } from './outcome-look'

interface AgreementWindowProps {
  window: WindowAnalysis
  endS: number
  /** Of the mark above the strip's bottom. */
  heightPercent: number
  band: { low: number; high: number }
  isRefused: boolean
  onChoose: (startS: number, endS: number) => void
}

/** One window on the strip: shape, colour and height of its mark are those of the answer's own. */
export function AgreementWindow({ window, endS, heightPercent, band, isRefused, onChoose }: AgreementWindowProps) {
  const words = useWords()
  const { startS, abnormalProbability: score, isUsable } = window
  const side: Outcome = score < band.low ? 'normal-like' : score > band.high ? 'abnormal-like' : 'cannot-tell'
  const said = isUsable ? words.agreement.window(startS, endS, score) : words.agreement.unusable(startS, endS)
  return (
    <Toolbar.Button
      // A click must not take the focus along: Space goes on meaning the sound.
      onMouseDown={(event) => event.preventDefault()}
      onClick={() => onChoose(startS, endS)}
      aria-label={said}
      title={said}
      className="relative h-full min-w-0 flex-1 hover:bg-line/50"
    >
      {isUsable ? (
        <span
          className={`absolute left-1/2 -translate-x-1/2 translate-y-1/2 ${OUTCOME_LOOK[isRefused ? 'cannot-tell' : side].text}`}
          style={{ bottom: `${heightPercent}%` }}
        >
          <OutcomeMark outcome={side} size={10} />
        </span>
      ) : (
        <span className="absolute top-1/2 left-1/2 size-2 -translate-1/2 rounded-full border border-edge" />
      )}
    </Toolbar.Button>
  )
}
