import { useWords } from '../use-words'

/** Under every answer, always. */
export function FixedLine() {
  const words = useWords()
  return <p className="px-1 text-muted">{words.answer.fixedLine}</p>
}
