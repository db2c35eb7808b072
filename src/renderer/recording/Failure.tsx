import { CircleAlert } from 'lucide-react'
import type { ErrorReply } from '../../core/errors'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'

interface FailureProps {
  error: ErrorReply
  /** What it happened to. */
  name?: string
  action: { label: string; run: () => void }
}

/** A failure where the result would stand: what happened, what was kept, what to do, one button. */
export function Failure({ error, name, action }: FailureProps) {
  const words = useWords()
  const { what, kept, todo } = words.errors.explain(error)
  return (
    <section role="alert" className="card mx-auto w-full max-w-lg p-6 wide:mt-8">
      <CircleAlert size="1.5rem" strokeWidth={1.5} className="mb-3 text-muted" aria-hidden />
      <h2 className="text-lg font-semibold">{what}</h2>
      {name !== undefined && <p className="truncate text-muted">{name}</p>}
      <p className="mt-3 text-base">{todo}</p>
      <p className="mt-1 text-muted">{kept}</p>
      <Button look="primary" className="mt-5" onClick={action.run}>
        {action.label}
      </Button>
      <details className="mt-4 text-muted">
        <summary className="cursor-pointer">{words.errors.details}</summary>
        <p className="mt-1 font-mono break-words">
          {error.code}: {error.message}
        </p>
      </details>
    </section>
  )
}
