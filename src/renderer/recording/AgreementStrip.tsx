import { Toolbar } from 'radix-ui'
import type { Answer, WindowAnalysis } from '../../core/analysis'
import { agreementStrip } from '../../drawing/agreement'
import { useWords } from '../use-words'
import { AgreementWindow } from './AgreementWindow'

interface AgreementStripProps {
  windows: readonly WindowAnalysis[]
  answer: Pick<Answer, 'cannotTell' | 'reason'>
  /** Length of a window, seconds. */
  windowS: number
  durationS: number
  onChoose: (startS: number, endS: number) => void
}

/**
 * The score of each window over time, on the gauge's own scale turned upright; choosing one selects it to hear.
 *
 * One stop for the Tab key, however many windows there are; the arrows go from one to the next.
 */
export function AgreementStrip({ windows, answer, windowS, durationS, onChoose }: AgreementStripProps) {
  const words = useWords()
  const { band, marks } = agreementStrip(windows, answer, windowS, durationS)
  const usable = windows.filter(({ isUsable }) => isUsable).length
  return (
    <section aria-labelledby="agreement">
      <div className="mb-1 flex flex-wrap justify-between gap-x-4">
        <h3 id="agreement" className="font-medium">
          {words.agreement.title}
        </h3>
        <span className="text-muted">
          {words.agreement.summary(usable, windows.length)}
          <span className="print:hidden"> · {words.agreement.hint}</span>
        </span>
      </div>
      <div className="relative h-12 rounded-control bg-sunken">
        <svg className="absolute inset-0 size-full" preserveAspectRatio="none" viewBox="0 0 100 100" aria-hidden="true">
          <rect
            x="0"
            y={100 - band.highPercent}
            width="100"
            height={band.highPercent - band.lowPercent}
            className="fill-unclear"
            opacity="0.16"
          />
        </svg>
        <Toolbar.Root aria-labelledby="agreement" className="absolute inset-0 flex">
          {marks.map((mark) => (
            <AgreementWindow key={mark.startS} mark={mark} onChoose={onChoose} />
          ))}
        </Toolbar.Root>
      </div>
    </section>
  )
}
