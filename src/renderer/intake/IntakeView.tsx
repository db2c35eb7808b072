import { Button } from '../controls/Button'
import { ProgressBar } from '../controls/ProgressBar'
import type { IntakeState } from '../state/intakes'
import { useWords } from '../use-words'

interface IntakeViewProps {
  now: NonNullable<IntakeState['now']>
  onCancel: () => void
}

/** A file on its way in. */
export function IntakeView({ now, onCancel }: IntakeViewProps) {
  const words = useWords()
  const { name, fraction } = now
  return (
    <section aria-labelledby="sending" className="card mx-auto w-full max-w-lg p-6 wide:mt-8">
      <h1 id="sending" className="text-lg font-semibold">
        {words.steps.sending}
      </h1>
      <p className="truncate text-muted">{name}</p>
      <ProgressBar fraction={fraction} aria-labelledby="sending" className="my-4" />
      <Button onClick={onCancel}>{words.frame.cancel}</Button>
    </section>
  )
}
