import { Copy } from 'lucide-react'
import { useId, useRef } from 'react'
import { useNotices } from '../app/notices'
import { useWords } from '../app/words'
import { Button } from '../controls/Button'

/** The link in the QR code, to send oneself by mail or message. */
export function LinkField({ url }: { url: string }) {
  const words = useWords()
  const notices = useNotices()
  const field = useRef<HTMLInputElement>(null)
  const note = useId()
  const copy = () => {
    field.current?.select()
    // The clipboard's own interface asks for a permission that this window does not give out.
    if (document.execCommand('copy')) notices.tell(words.phone.copied)
  }
  return (
    <div>
      <div className="flex gap-2">
        <input
          ref={field}
          readOnly
          value={url}
          aria-label={words.phone.link}
          aria-describedby={note}
          onFocus={(event) => event.target.select()}
          className="h-9 min-w-0 grow rounded-control border border-edge bg-surface px-3"
        />
        <Button onClick={copy}>
          <Copy size="1rem" strokeWidth={1.5} aria-hidden />
          {words.phone.copy}
        </Button>
      </div>
      <p id={note} className="mt-1 text-muted">
        {words.phone.linkNote}
      </p>
    </div>
  )
}
