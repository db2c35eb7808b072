import { Smartphone } from 'lucide-react'
import type { HandOverState } from '../../contracts/hand-over'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'
import { CodeCard } from './CodeCard'
import { HintList } from './HintList'
import { PhoneList } from './PhoneList'
import { PlainSwitch } from './PlainSwitch'
import { TrustCard } from './TrustCard'
import type { PhoneActions } from './use-phone-actions'
import { VisitorList } from './VisitorList'
import { WaitingCard } from './WaitingCard'

export interface PhoneViewProps extends PhoneActions {
  pairing: HandOverState
}

/** From "there is a phone" to "it may send", and who may. */
export function PhoneView(props: PhoneViewProps) {
  const words = useWords()
  const { pairing } = props
  const { waiting } = pairing
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-4">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h1 className="text-lg font-semibold">{words.phone.title}</h1>
        {pairing.isOn && <Button onClick={props.onStop}>{words.phone.stop}</Button>}
      </div>
      {waiting && (
        <WaitingCard
          waiting={waiting}
          onConfirm={() => props.onConfirm(waiting.phoneId)}
          onRefuse={() => props.onRefuse(waiting.phoneId)}
        />
      )}
      {pairing.isOn ? <CodeCard pairing={pairing} onNewCode={props.onNewCode} /> : <Closed onOpen={props.onOpen} />}
      {pairing.isOn && <HintList hints={pairing.hints} onFirewall={props.onFirewall} />}
      {pairing.isOn && <VisitorList visitors={pairing.visitors} />}
      <PhoneList phones={pairing.phones} onRename={props.onRename} onRemove={props.onRemove} />
      {pairing.isOn && <TrustCard authority={pairing.authority} onChange={props.onTrust} />}
      {pairing.isOn && <PlainSwitch isOn={pairing.isPlainOn} onChange={props.onPlain} />}
      {pairing.fingerprint !== null && <Proof fingerprint={pairing.fingerprint} />}
    </div>
  )
}

function Closed({ onOpen }: { onOpen: () => void }) {
  const words = useWords()
  return (
    <section className="card flex flex-col items-start gap-3 p-5">
      <p className="text-base">{words.phone.lead}</p>
      <p className="text-muted">{words.phone.offNote}</p>
      <Button look="primary" className="h-11 px-5 text-base" onClick={onOpen}>
        <Smartphone size="1.25rem" strokeWidth={1.5} aria-hidden />
        {words.phone.open}
      </Button>
    </section>
  )
}

/** What the words prove and what they do not, and the one thing that proves the rest. */
function Proof({ fingerprint }: { fingerprint: string }) {
  const words = useWords()
  return (
    <details className="card p-5">
      <summary className="cursor-pointer font-semibold">{words.phone.proof.title}</summary>
      <p className="mt-2">{words.phone.proof.text}</p>
      <p className="mt-2 break-all select-all">{fingerprint}</p>
    </details>
  )
}
