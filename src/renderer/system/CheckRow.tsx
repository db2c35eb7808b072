import { CircleCheck, CircleX, TriangleAlert } from 'lucide-react'
import type { Check } from '../../contracts/system'
import { useWords } from '../use-words'

const LOOKS = {
  ok: { icon: CircleCheck, colour: 'text-normal' },
  warning: { icon: TriangleAlert, colour: 'text-unclear' },
  failed: { icon: CircleX, colour: 'text-abnormal' }
} as const

/** One check: its name, what was found, and how to mend it. */
export function CheckRow({ check }: { check: Check }) {
  const { system } = useWords()
  const { icon: Icon, colour } = LOOKS[check.status]
  const { said, mend } = system.explain(check)
  return (
    <li className="flex gap-4 p-4">
      <Icon size="1.375rem" strokeWidth={1.5} className={`shrink-0 ${colour}`} aria-hidden />
      <div className="min-w-0 grow">
        <p className="flex flex-wrap justify-between gap-x-4">
          <span className="font-semibold">{system.name(check.name)}</span>
          <span className={check.status === 'ok' ? 'text-muted' : `font-medium ${colour}`}>
            {system.status[check.status]}
          </span>
        </p>
        <p className="break-words">{said}</p>
        {check.status !== 'ok' && mend !== undefined && (
          <p className="mt-1">
            <span className="font-medium">{system.mend}:</span> {mend}
          </p>
        )}
      </div>
    </li>
  )
}
