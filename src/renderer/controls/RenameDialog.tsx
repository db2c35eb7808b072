import { useState } from 'react'
import { useWords } from '../use-words'
import { Button } from './Button'
import { Dialog } from './Dialog'

interface RenameDialogProps {
  title: string
  /** Of the field. */
  label: string
  name: string
  /** Characters. */
  longest: number
  onClose: () => void
  onSave: (name: string) => void
}

/** Asks for another name of a recording, or of a phone. */
export function RenameDialog({ title, label, name, longest, onClose, onSave }: RenameDialogProps) {
  const words = useWords()
  const [draft, setDraft] = useState(name)
  const wanted = draft.trim()
  return (
    <Dialog isOpen onClose={onClose} title={title}>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          if (wanted) onSave(wanted)
        }}
      >
        <label className="flex flex-col gap-1">
          <span className="text-muted">{label}</span>
          <input
            value={draft}
            maxLength={longest}
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
