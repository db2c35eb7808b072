import type { WaitingPhone } from '../../contracts/hand-over'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'

interface WaitingCardProps {
  waiting: WaitingPhone
  onConfirm: () => void
  onRefuse: () => void
}

/** Two words to compare with the phone's: the one moment in which the person decides whom to trust. */
export function WaitingCard({ waiting, onConfirm, onRefuse }: WaitingCardProps) {
  const words = useWords()
  const { waiting: said } = words.phone
  return (
    <section role="alert" className="card border-2 border-accent p-5">
      <h2 className="text-base font-semibold">{said.title(waiting.name)}</h2>
      <p className="mt-1 text-base">{said.question}</p>
      <p className="my-4 text-2xl font-semibold tracking-tight">{waiting.words.join(' ')}</p>
      <p className="mb-4 text-muted">{said.noted}</p>
      <div className="flex flex-wrap gap-2">
        <Button look="primary" onClick={onConfirm}>
          {said.yes}
        </Button>
        <Button onClick={onRefuse}>{said.no}</Button>
      </div>
    </section>
  )
}
