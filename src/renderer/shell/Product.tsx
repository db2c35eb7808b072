import { HeartPulse } from 'lucide-react'
import { useWords } from '../use-words'

/** Which program this is: above the rail, or at the left of a narrow window's top bar. */
export function Product({ className }: { className: string }) {
  const words = useWords()
  return (
    <p className={`items-center gap-x-2 gap-y-1 font-semibold tracking-tight ${className}`}>
      <HeartPulse size="1.75rem" strokeWidth={1.5} className="shrink-0 text-accent" aria-hidden />
      {words.frame.product}
    </p>
  )
}
