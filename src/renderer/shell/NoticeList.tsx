import { X } from 'lucide-react'
import { Button } from '../controls/Button'
import { IconButton } from '../controls/IconButton'
import { useNotices } from '../state/notices'
import { useStore } from '../state/store'
import { useWords } from '../use-words'

/** Short messages at the bottom, spoken as they come. */
export function NoticeList() {
  const words = useWords()
  const { store, dismiss } = useNotices()
  const notices = useStore(store)
  return (
    <section
      aria-label={words.frame.notices}
      aria-live="polite"
      className="pointer-events-none fixed inset-x-4 bottom-20 z-50 flex flex-col items-center gap-2 wide:bottom-6 print:hidden"
    >
      {notices.map(({ id, text, action }) => (
        <div
          key={id}
          className="card pointer-events-auto flex max-w-2xl items-center gap-3 py-2 pr-2 pl-4 shadow-float"
        >
          <p className="min-w-0 break-words">{text}</p>
          {action && (
            <Button
              onClick={() => {
                action.run()
                dismiss(id)
              }}
            >
              {action.label}
            </Button>
          )}
          <IconButton icon={X} label={words.frame.dismiss} onClick={() => dismiss(id)} />
        </div>
      ))}
    </section>
  )
}
