import { Stethoscope } from 'lucide-react'
import type { Hint } from '../../contracts/hand-over'
import { useWords } from '../use-words'
import { FirewallOffer } from './FirewallOffer'

/** The connection doctor: what keeps the phone out, and the mend. */
export function HintList({ hints, onFirewall }: { hints: readonly Hint[]; onFirewall: () => void }) {
  const words = useWords()
  if (hints.length === 0) return null
  return (
    <section className="card p-5">
      <h2 className="flex items-center gap-2 text-base font-semibold">
        <Stethoscope size="1.25rem" strokeWidth={1.5} aria-hidden />
        {words.phone.hints.title}
      </h2>
      <ul className="mt-2 flex flex-col gap-3">
        {hints.map(({ code, values }) => {
          const { cause, mend } = words.phone.hints.say(code, values)
          return (
            <li key={code}>
              <p className="font-medium">{cause}</p>
              <p>{mend}</p>
              {code === 'firewall-windows' && <FirewallOffer onAdd={onFirewall} />}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
