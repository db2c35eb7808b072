import { hashOf } from '../state/route'
import { useWords } from '../use-words'

/** The way to the page that says how far answers can be trusted. */
export function AccuracyLink() {
  const words = useWords()
  return (
    <a
      href={hashOf({ view: 'accuracy' })}
      className="font-medium underline underline-offset-4 hover:decoration-2 print:hidden"
    >
      {words.accuracy.link}
    </a>
  )
}
