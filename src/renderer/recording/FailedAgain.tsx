import { CircleAlert } from 'lucide-react'
import type { ErrorReply } from '../../core/errors'
import { useWords } from '../use-words'

/** Above the answer from before: why the recording could not be analysed again, and what to do. */
export function FailedAgain({ error }: { error: ErrorReply }) {
  const words = useWords()
  const { what, todo } = words.errors.explain(error)
  return (
    <section role="alert" className="card flex gap-3 p-4">
      <CircleAlert size="1.5rem" strokeWidth={1.5} className="shrink-0 text-muted" aria-hidden />
      <div>
        <h2 className="font-medium">{words.errors.failedAgain}</h2>
        <p className="mt-1">
          {what} {todo}
        </p>
      </div>
    </section>
  )
}
