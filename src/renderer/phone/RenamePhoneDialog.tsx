import { useState } from 'react'
import { useWords } from '../app/words'
import { Button } from '../controls/Button'
import { Dialog } from '../controls/Dialog'

interface RenamePhoneDialogProps {
  name: string
  onClose: () => void
  onSave: (name: string) => void
}

const LONGEST_NAME = 60

export function RenamePhoneDialog({ name, onClose, onSave }: RenamePhoneDialogProps) {
  const words = useWords()
  const [draft, setDraft] = useState(name)
  const wanted = draft.trim()
  return (
    <Dialog isOpen onClose={onClose} title={words.phone.phones.rename}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted) onSave(wanted)
        }}
      >
        <label className="flex flex-col gap-1">
          <span className="text-muted">{words.phone.phones.renameLabel}</span>
          <input
            value={draft}
            maxLength={LONGEST_NAME}
            onChange={(event) => setDraft(event.target.value)}
            onFocus={(event) => event.target.select()}
            className="h-10 rounded-control border border-edge bg-surface px-3 text-base"
          />
        </label>
        <div className="mt-6 flex justify-end gap-2">
          <Button onClick={onClose}>{words.frame.cancel}</Button>
          <Button type="submit" look="primary" disabled={!wanted}>
            {words.library.save}
          </Button>
        </div>
      </form>
    </Dialog>
  )
}
