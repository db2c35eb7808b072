import { Copy, RotateCw } from 'lucide-react'
import type { SystemReport } from '../../contracts/system'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'
import { CheckRow } from './CheckRow'
import { reportText } from './report-text'

interface SystemViewProps {
  /** Null while the first one is made. */
  report: SystemReport | null
  isChecking: boolean
  onCheck: () => void
  onCopy: (text: string) => void
}

/** What `doctor` sees, in the window. */
export function SystemView({ report, isChecking, onCheck, onCopy }: SystemViewProps) {
  const words = useWords()
  const { system } = words
  const failed = report?.checks.filter(({ status }) => status === 'failed').length ?? 0
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-4">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <h1 className="text-lg font-semibold">{system.title}</h1>
        <p className="text-muted">{system.lead}</p>
        <div className="ml-auto flex gap-2">
          {report && (
            <Button look="quiet" onClick={() => onCopy(reportText(report, words))}>
              <Copy size="1.125rem" strokeWidth={1.5} aria-hidden />
              {system.copy}
            </Button>
          )}
          <Button onClick={onCheck} disabled={isChecking}>
            <RotateCw size="1.125rem" strokeWidth={1.5} aria-hidden />
            {isChecking ? system.checking : system.checkAgain}
          </Button>
        </div>
      </div>
      <div aria-live="polite">
        {report && <p className="text-base font-medium">{failed === 0 ? system.allWell : system.wrong(failed)}</p>}
      </div>
      {report && (
        <ul className="card divide-y divide-line">
          {report.checks.map((check) => (
            <CheckRow key={check.name} check={check} />
          ))}
        </ul>
      )}
      {report && (
        <p className="text-muted">
          {system.checkedAt(report.checkedAt)} · {words.frame.product} {report.version}
        </p>
      )}
    </div>
  )
}
