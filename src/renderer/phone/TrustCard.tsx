import { LabelledSwitch } from '../controls/LabelledSwitch'
import { useWords } from '../use-words'

const SYSTEMS = ['ios', 'android'] as const

interface TrustCardProps {
  /** Fingerprint of what is offered; null where nothing is. */
  authority: string | null
  onChange: (isOn: boolean) => void
}

/** The certificate that ends the warning for good, with every step on the phone and what it cannot prove. */
export function TrustCard({ authority, onChange }: TrustCardProps) {
  const { trust } = useWords().phone
  return (
    <section className="card p-5">
      <h2 className="text-base font-semibold">{trust.title}</h2>
      <LabelledSwitch label={trust.label} note={trust.text} isOn={authority !== null} onChange={onChange} />
      {authority !== null && (
        <>
          <p className="mt-3 font-medium">{trust.where}</p>
          <div className="mt-3 grid gap-4 lg:grid-cols-2">
            {SYSTEMS.map((system) => (
              <div key={system}>
                <h3 className="font-medium">{trust.systems[system]}</h3>
                <ol className="mt-1 flex list-decimal flex-col gap-1 pl-5">
                  {trust.steps[system].map((step) => (
                    <li key={step}>{step}</li>
                  ))}
                </ol>
              </div>
            ))}
          </div>
          <p className="mt-3">{trust.fingerprint}</p>
          <p className="mt-1 font-medium break-all select-all">{authority}</p>
          <p className="mt-3 text-muted">{trust.limit}</p>
        </>
      )}
    </section>
  )
}
