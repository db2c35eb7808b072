import type { Answer, Outcome, WindowAnalysis } from '../../core/analysis'
import { useWords } from '../app/words'
import { OutcomeMark } from './OutcomeMark'
import { OUTCOME_LOOK } from './outcome-look'

interface AgreementStripProps {
  windows: readonly WindowAnalysis[]
  answer: Pick<Answer, 'cannotTell' | 'reason'>
  /** Where each window ends, seconds after it starts. */
  windowS: number
  durationS: number
  onChoose: (startS: number, endS: number) => void
}

/** The score of each window over time, on the gauge's own scale turned upright; a click selects the window to hear. */
export function AgreementStrip({ windows, answer, windowS, durationS, onChoose }: AgreementStripProps) {
  const words = useWords()
  const usable = windows.filter(({ isUsable }) => isUsable).length
  const { low, high } = answer.cannotTell
  const isRefused = answer.reason !== null && answer.reason !== 'between'
  return (
    <section aria-labelledby="agreement">
      <div className="mb-1 flex flex-wrap justify-between gap-x-4">
        <h3 id="agreement" className="font-medium">
          {words.agreement.title}
        </h3>
        <span className="text-muted">
          {words.agreement.summary(usable, windows.length)} · {words.agreement.hint}
        </span>
      </div>
      <div className="relative h-12 rounded-control bg-sunken">
        <svg className="absolute inset-0 size-full" preserveAspectRatio="none" viewBox="0 0 100 100" aria-hidden="true">
          <rect
            x="0"
            y={10 + 80 * (1 - high)}
            width="100"
            height={80 * (high - low)}
            className="fill-unclear"
            opacity="0.16"
          />
        </svg>
        <ol className="absolute inset-0 flex">
          {windows.map((window) => {
            const { startS, abnormalProbability: score, isUsable } = window
            const endS = Math.min(durationS, startS + windowS)
            const side = score < low ? 'normal-like' : score > high ? 'abnormal-like' : 'cannot-tell'
            return (
              <li key={startS} className="flex h-full min-w-0 flex-1">
                <button
                  type="button"
                  // A click must not take the focus along: Space goes on meaning the sound.
                  onMouseDown={(event) => event.preventDefault()}
                  onClick={() => onChoose(startS, endS)}
                  aria-label={
                    isUsable ? words.agreement.window(startS, endS, score) : words.agreement.unusable(startS, endS)
                  }
                  title={
                    isUsable ? words.agreement.window(startS, endS, score) : words.agreement.unusable(startS, endS)
                  }
                  className="relative h-full w-full hover:bg-line/50"
                >
                  <WindowMark
                    score={score}
                    isUsable={isUsable}
                    side={side}
                    // What is refused may be looked at, but takes no side.
                    colour={isRefused ? OUTCOME_LOOK['cannot-tell'].text : OUTCOME_LOOK[side].text}
                  />
                </button>
              </li>
            )
          })}
        </ol>
      </div>
    </section>
  )
}

interface WindowMarkProps {
  score: number
  isUsable: boolean
  side: Outcome
  colour: string
}

/** As shape, colour and height: the same three marks as the answer. */
function WindowMark({ score, isUsable, side, colour }: WindowMarkProps) {
  if (!isUsable)
    return <span className="absolute top-1/2 left-1/2 size-2 -translate-1/2 rounded-full border border-edge" />
  return (
    <span
      className={`absolute left-1/2 -translate-x-1/2 translate-y-1/2 ${colour}`}
      style={{ bottom: `${10 + 80 * score}%` }}
    >
      <OutcomeMark outcome={side} size={10} />
    </span>
  )
}
