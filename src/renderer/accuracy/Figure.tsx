import type { Estimate } from '../../core/model-card'
import { useWords } from '../use-words'

/** A value with its 95 % interval, or a dash where nothing was measured. */
export function Figure({ estimate }: { estimate: Estimate | null }) {
  const words = useWords()
  if (!estimate) return <span className="text-muted">{words.accuracy.none}</span>
  return (
    <>
      <span className="font-medium">{words.accuracy.value(estimate)}</span>{' '}
      <span className="whitespace-nowrap text-muted">({words.accuracy.range(estimate)})</span>
    </>
  )
}
