import type { Visitor } from '../../contracts/hand-over'
import { useWords } from '../use-words'

/** How far each phone has come, as it goes. */
export function VisitorList({ visitors }: { visitors: readonly Visitor[] }) {
  const words = useWords()
  const { visitors: said } = words.phone
  return (
    <section className="card p-5">
      <h2 className="text-base font-semibold">{said.title}</h2>
      {visitors.length === 0 ? (
        <p className="mt-2 text-muted">{said.none}</p>
      ) : (
        <ul aria-live="polite" className="mt-2 flex flex-col divide-y divide-line">
          {visitors.map(({ address, name, stage, block, at }) => (
            <li key={address} className="flex flex-wrap gap-x-4 py-2">
              <span className="font-medium">{name ?? address}</span>
              <span>{said.stage(stage, block)}</span>
              <span className="ml-auto text-muted">{words.numbers.instant(at)}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}
