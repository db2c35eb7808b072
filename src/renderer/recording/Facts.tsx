import type { Analysis } from '../../core/analysis'
import { useWords } from '../use-words'
import { factRows } from './fact-rows'

/** The small facts, in one line. */
export function Facts({ analysis }: { analysis: Analysis }) {
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      {factRows(analysis, useWords()).map(({ name, value, note }) => (
        <div key={name} className="flex flex-wrap gap-x-2">
          <dt className="text-muted">{name}</dt>
          <dd className="font-medium">
            {value}
            {note && <span className="font-normal text-muted"> ({note})</span>}
          </dd>
        </div>
      ))}
    </dl>
  )
}
