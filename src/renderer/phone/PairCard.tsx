import { RefreshCw, Smartphone } from 'lucide-react'
import type { HandOverState } from '../../contracts/hand-over'
import { Button } from '../controls/Button'
import { hashOf } from '../state/route'
import { useWords } from '../use-words'
import { QrCode } from './QrCode'
import type { PhoneActions } from './use-phone-actions'
import { useSecondsLeft } from './use-seconds-left'
import { WaitingCard } from './WaitingCard'

interface PairCardProps extends Pick<PhoneActions, 'onOpen' | 'onNewCode' | 'onConfirm' | 'onRefuse'> {
  pairing: HandOverState
}

/** Pairing in short, for the start: the code to scan, the two words to compare, and the way to all the rest. */
export function PairCard({ pairing, onOpen, onNewCode, onConfirm, onRefuse }: PairCardProps) {
  const words = useWords()
  const { waiting, isOn, addresses, codeExpiresAt, phones } = pairing
  if (waiting) {
    const { phoneId } = waiting
    return <WaitingCard waiting={waiting} onConfirm={() => onConfirm(phoneId)} onRefuse={() => onRefuse(phoneId)} />
  }
  const link = addresses[0]?.link
  return (
    <section aria-labelledby="pair" className="card flex flex-col items-center justify-center gap-3 p-6 text-center">
      <h2 id="pair" className="text-base font-semibold">
        {isOn ? words.phone.scan : words.start.record}
      </h2>
      {!isOn && (
        <>
          <p>{words.start.recordHint}</p>
          <Button className="mt-2 h-11 px-5 text-base" onClick={onOpen}>
            <Smartphone size="1.25rem" strokeWidth={1.5} aria-hidden />
            {words.phone.open}
          </Button>
        </>
      )}
      {isOn && link && <Code link={link} expiresAt={codeExpiresAt} />}
      {isOn && !link && (
        <>
          <p>{phones.length > 0 ? words.start.pairedWith(phones.map(({ name }) => name)) : words.phone.noCode}</p>
          <Button onClick={onNewCode}>
            <RefreshCw size="1rem" strokeWidth={1.5} aria-hidden />
            {words.phone.newCode}
          </Button>
        </>
      )}
      {isOn && (
        <a className="text-accent underline-offset-4 hover:underline" href={hashOf({ view: 'phone' })}>
          {words.start.aboutPairing}
        </a>
      )}
    </section>
  )
}

interface CodeProps {
  link: NonNullable<HandOverState['addresses'][number]['link']>
  expiresAt: string | null
}

function Code({ link, expiresAt }: CodeProps) {
  const words = useWords()
  return (
    <>
      <div className="w-44">
        <QrCode qr={link.qr} label={words.phone.qrLabel(link.url)} />
      </div>
      {expiresAt !== null && <Expiry until={expiresAt} />}
    </>
  )
}

function Expiry({ until }: { until: string }) {
  const words = useWords()
  return <p className="text-muted">{words.phone.expires(useSecondsLeft(until))}</p>
}
