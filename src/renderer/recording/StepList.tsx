import { Check } from 'lucide-react'
import type { Progress } from '../../core/analysis'
import { progressFraction, stepMarks } from '../../drawing/progress'
import { Button } from '../controls/Button'
import { ProgressBar } from '../controls/ProgressBar'
import { useWords } from '../use-words'

interface StepListProps {
  name: string
  /** Null while it waits for its turn. */
  progress: Progress | null
  onCancel: () => void
}

/** The steps of an analysis, ticked off as they pass. */
export function StepList({ name, progress, onCancel }: StepListProps) {
  const words = useWords()
  const done = progress ? progressFraction(progress) : 0
  return (
    <section aria-labelledby="working" className="card mx-auto w-full max-w-lg p-6 wide:mt-8">
      <h2 id="working" className="text-lg font-semibold">
        {progress ? words.steps.working : words.steps.waiting}
      </h2>
      <p className="truncate text-muted">{name}</p>
      <ProgressBar fraction={done} aria-labelledby="working" className="my-4" />
      <ol className="mb-6 flex flex-col gap-2">
        {stepMarks(progress?.step ?? null).map(({ step, mark }) => (
          <li
            key={step}
            aria-current={mark === 'now' ? 'step' : undefined}
            className={`flex items-center gap-3 ${mark === 'next' ? 'text-muted' : 'text-text'} ${mark === 'now' ? 'font-medium' : ''}`}
          >
            <span
              className={`flex size-5 items-center justify-center rounded-full border ${mark === 'done' ? 'border-accent bg-accent text-on-accent' : mark === 'now' ? 'border-2 border-accent' : 'border-edge'}`}
            >
              {mark === 'done' && <Check size="0.875rem" strokeWidth={2.5} aria-hidden />}
            </span>
            {words.steps.name(step)}
            <span className="sr-only">{words.steps[mark]}</span>
          </li>
        ))}
      </ol>
      <Button onClick={onCancel}>{words.frame.cancel}</Button>
    </section>
  )
}
