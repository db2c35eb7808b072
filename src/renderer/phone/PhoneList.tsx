import { Pencil, Smartphone, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { PairedPhone } from '../../contracts/hand-over'
import { Button } from '../controls/Button'
import { RenameDialog } from '../controls/RenameDialog'
import { useWords } from '../use-words'

const LONGEST_NAME = 60

interface PhoneListProps {
  phones: readonly PairedPhone[]
  onRename: (phoneId: string, name: string) => void
  onRemove: (phone: PairedPhone) => void
}

/** Who may send: named by the person, and removed by them. */
export function PhoneList({ phones, onRename, onRemove }: PhoneListProps) {
  const words = useWords()
  const { phones: said } = words.phone
  const [renaming, setRenaming] = useState<PairedPhone | null>(null)
  return (
    <section className="card p-5">
      <h2 className="text-base font-semibold">{said.title}</h2>
      {phones.length === 0 && <p className="mt-2 text-muted">{said.none}</p>}
      <ul className="mt-2 flex flex-col divide-y divide-line">
        {phones.map((phone) => (
          <li key={phone.phoneId} className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2">
            <Smartphone size="1.25rem" strokeWidth={1.5} className="shrink-0 text-muted" aria-hidden />
            <span className="font-medium">{phone.name}</span>
            <span className="text-muted">{aboutOf(phone, words)}</span>
            <span className="ml-auto flex gap-1">
              <Button look="quiet" onClick={() => setRenaming(phone)}>
                <Pencil size="1rem" strokeWidth={1.5} aria-hidden />
                {said.rename}
              </Button>
              <Button look="quiet" onClick={() => onRemove(phone)}>
                <Trash2 size="1rem" strokeWidth={1.5} aria-hidden />
                {said.remove}
              </Button>
            </span>
          </li>
        ))}
      </ul>
      {renaming && (
        <RenameDialog
          title={words.phone.phones.rename}
          label={words.phone.phones.renameLabel}
          longest={LONGEST_NAME}
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onSave={(name) => {
            onRename(renaming.phoneId, name)
            setRenaming(null)
          }}
        />
      )}
    </section>
  )
}

function aboutOf({ lastSeenAt, pairedAt, isPlain }: PairedPhone, words: ReturnType<typeof useWords>): string {
  const { phones: said } = words.phone
  const when = lastSeenAt ? said.seen(words.numbers.instant(lastSeenAt)) : said.paired(words.numbers.instant(pairedAt))
  return isPlain ? `${when} · ${said.plain}` : when
}
