import { Toolbar } from 'radix-ui'
import type { AgreementMark } from '../../drawing/agreement'
import { useWords } from '../use-words'
import { OutcomeMark } from './OutcomeMark'
import { outcomeClasses } from './outcome-classes'

interface AgreementWindowProps {
  mark: AgreementMark
  onChoose: (startS: number, endS: number) => void
}

/** One window on the strip: shape, colour and height of its mark are those of the answer's own. */
export function AgreementWindow({ mark, onChoose }: AgreementWindowProps) {
  const words = useWords()
  const { startS, endS, score, heightPercent, side } = mark
  const isUsable = heightPercent !== null
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
          className={`absolute left-1/2 -translate-x-1/2 translate-y-1/2 ${outcomeClasses(side).text}`}
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
