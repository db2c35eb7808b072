import { X } from 'lucide-react'
import { IconButton } from '../controls/IconButton'
import { useIntakes } from '../state/intakes'
import { useStore } from '../state/store'
import { useWords } from '../use-words'

/** Which files of the last drop could not be taken in, and why. */
export function IntakeFailures() {
  const words = useWords()
  const intakes = useIntakes()
  const { failures } = useStore(intakes.store)
  if (failures.length === 0) return null
  return (
    <section role="alert" className="card flex items-start gap-4 p-4">
      <ul className="flex min-w-0 grow flex-col gap-1">
        {failures.map(({ name, error }) => (
          <li key={name}>
            <span className="font-medium break-words">{name}</span>: {words.errors.line(error)}
          </li>
        ))}
      </ul>
      <IconButton icon={X} label={words.frame.dismiss} onClick={intakes.clear} />
    </section>
  )
}
