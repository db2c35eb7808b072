import { LabelledSwitch } from '../controls/LabelledSwitch'
import { useWords } from '../use-words'

/** The twin without encryption, with what it costs said before it is on. */
export function PlainSwitch({ isOn, onChange }: { isOn: boolean; onChange: (isOn: boolean) => void }) {
  const { plain } = useWords().phone
  return (
    <section className="card p-5">
      <h2 className="text-base font-semibold">{plain.title}</h2>
      <LabelledSwitch label={plain.label} note={plain.text} isOn={isOn} onChange={onChange} />
    </section>
  )
}
