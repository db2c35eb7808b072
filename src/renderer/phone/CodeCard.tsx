import { RefreshCw } from 'lucide-react'
import { useState } from 'react'
import type { HandOverState } from '../../contracts/hand-over'
import { Button } from '../controls/Button'
import { Choice } from '../controls/Choice'
import { useWords } from '../use-words'
import { AddressChoice } from './AddressChoice'
import { LinkField } from './LinkField'
import { QrCode } from './QrCode'
import { useSecondsLeft } from './use-seconds-left'

interface CodeCardProps {
  pairing: HandOverState
  onNewCode: () => void
}

const PAGES = ['secure', 'plain'] as const

/** The code to scan, beside the steps that lead from it to a paired phone. */
export function CodeCard({ pairing, onNewCode }: CodeCardProps) {
  const words = useWords()
  const [wanted, setWanted] = useState<string | null>(null)
  const [page, setPage] = useState<(typeof PAGES)[number]>('secure')
  const { addresses, isPlainOn, codeExpiresAt } = pairing
  const chosen = addresses.find(({ host }) => host === wanted) ?? addresses[0]
  const link = isPlainOn && page === 'plain' ? chosen?.plainLink : chosen?.link
  return (
    <section className="card grid gap-6 p-5 lg:grid-cols-[18rem_1fr]">
      <div className="flex flex-col items-start gap-3">
        <h2 className="text-base font-semibold">{words.phone.scan}</h2>
        {link ? (
          <QrCode qr={link.qr} label={words.phone.qrLabel(link.url)} />
        ) : (
          <p className="rounded-control border border-dashed border-edge p-4">{words.phone.noCode}</p>
        )}
        {link && codeExpiresAt !== null && <Expiry until={codeExpiresAt} />}
        <Button look={link ? 'outline' : 'primary'} onClick={onNewCode}>
          <RefreshCw size="1rem" strokeWidth={1.5} aria-hidden />
          {words.phone.newCode}
        </Button>
      </div>
      <div className="flex min-w-0 flex-col gap-5">
        <ol className="flex list-decimal flex-col gap-1 pl-5 text-base">
          {words.phone.steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
        {isPlainOn && (
          <div>
            <Choice
              label={words.phone.page.label}
              value={page}
              options={PAGES.map((value) => ({ value, label: words.phone.page[value] }))}
              onChange={setPage}
            />
          </div>
        )}
        {chosen && <AddressChoice addresses={addresses} value={chosen.host} onChange={setWanted} />}
        {link && <LinkField url={link.url} />}
      </div>
    </section>
  )
}

function Expiry({ until }: { until: string }) {
  const words = useWords()
  return <p className="text-muted">{words.phone.expires(useSecondsLeft(until))}</p>
}
