import { X } from 'lucide-react'
import { Dialog as Primitive } from 'radix-ui'
import type { ReactNode } from 'react'
import { useWords } from '../use-words'
import { Button } from './Button'

interface DialogProps {
  isOpen: boolean
  onClose: () => void
  title: string
  /** One sentence under the title. */
  lead?: string
  children: ReactNode
}

/** A dialog in the middle of the window; the whole width on a small one. */
export function Dialog({ isOpen, onClose, title, lead, children }: DialogProps) {
  const words = useWords()
  return (
    <Primitive.Root open={isOpen} onOpenChange={(open) => !open && onClose()}>
      <Primitive.Portal>
        <Primitive.Overlay className="fixed inset-0 z-40 bg-scrim" />
        <Primitive.Content
          {...(lead === undefined && { 'aria-describedby': undefined })}
          className="card fixed top-1/2 left-1/2 z-40 max-h-[calc(100dvh-2rem)] w-[min(32rem,calc(100vw-2rem))] -translate-x-1/2 -translate-y-1/2 overflow-y-auto p-6 shadow-float focus:outline-none"
        >
          <div className="mb-4 pr-10">
            <Primitive.Title className="text-lg font-semibold">{title}</Primitive.Title>
            {lead !== undefined && <Primitive.Description className="mt-1 text-muted">{lead}</Primitive.Description>}
          </div>
          {children}
          {/* Last, so that the focus begins with what the dialog is for. */}
          <Primitive.Close asChild>
            {/* Without a tooltip: that would take the first Escape for itself. */}
            <Button look="quiet" isSquare aria-label={words.frame.close} className="absolute top-4 right-4">
              <X size="1.25rem" strokeWidth={1.5} aria-hidden />
            </Button>
          </Primitive.Close>
        </Primitive.Content>
      </Primitive.Portal>
    </Primitive.Root>
  )
}
