import { Copy, Mail, MessageCircle, MessageSquare, Share2 } from 'lucide-react'
import { useId } from 'react'
import { SHARE_WAYS, shareLink } from '../../contracts/share-links'
import { Button } from '../controls/Button'
import { copyText } from '../page/copy-text'
import { useNotices } from '../state/notices'
import { useWords } from '../use-words'

const ICONS = { mail: Mail, message: MessageSquare, whatsapp: MessageCircle } as const
const ICON_LOOK = { size: '1rem', strokeWidth: 1.5, 'aria-hidden': true } as const

/** The link in the QR code, to send oneself: it has the same secret, and is as short-lived. */
export function LinkField({ url }: { url: string }) {
  const words = useWords()
  const { share } = words.phone
  const notices = useNotices()
  const note = useId()
  const copy = () =>
    copyText(url).then(
      () => notices.tell(words.phone.copied),
      () => notices.tell(words.phone.notCopied)
    )
  // The system's own sheet is in few browsers; where it was closed again there is nothing to say.
  const sheet = (navigator as { share?: Navigator['share'] }).share?.bind(navigator)
  return (
    <div>
      <div className="flex gap-2">
        <input
          readOnly
          value={url}
          aria-label={words.phone.link}
          aria-describedby={note}
          onFocus={(event) => event.target.select()}
          className="h-9 min-w-0 grow rounded-control border border-edge bg-surface px-3"
        />
        <Button onClick={() => void copy()}>
          <Copy {...ICON_LOOK} />
          {words.phone.copy}
        </Button>
      </div>
      <fieldset className="mt-2 flex flex-wrap gap-2">
        <legend className="sr-only">{share.title}</legend>
        {SHARE_WAYS.map((way) => {
          const Icon = ICONS[way]
          return (
            <a
              key={way}
              href={shareLink(way, url, share)}
              target="_blank"
              rel="noreferrer"
              className="inline-flex h-9 items-center gap-2 rounded-control border border-edge bg-raised px-3 font-medium hover:bg-sunken"
            >
              <Icon {...ICON_LOOK} />
              {share.ways[way]}
            </a>
          )
        })}
        {sheet && (
          <Button onClick={() => void sheet({ title: share.subject, text: share.text(url) }).catch(() => {})}>
            <Share2 {...ICON_LOOK} />
            {share.system}
          </Button>
        )}
      </fieldset>
      <p id={note} className="mt-2 text-muted">
        {words.phone.linkNote}
      </p>
    </div>
  )
}
