import { ChevronRight } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { type ReactNode, useState } from 'react'
import { useWords } from '../use-words'
import type { DetailGroup } from './detail-rows'

/** Technical details, closed until they are looked for. */
export function Details({ groups, children }: { groups: readonly DetailGroup[]; children?: ReactNode }) {
  const words = useWords()
  const [isOpen, setOpen] = useState(false)
  return (
    <Collapsible.Root open={isOpen} onOpenChange={setOpen} className={`card ${isOpen ? '' : 'print:hidden'}`}>
      <Collapsible.Trigger className="flex w-full items-center gap-2 rounded-card p-5 text-base font-semibold print:hidden">
        <ChevronRight
          size={20}
          strokeWidth={1.5}
          aria-hidden
          className={`transition-transform ${isOpen ? 'rotate-90' : ''}`}
        />
        {words.details.title}
      </Collapsible.Trigger>
      <Collapsible.Content>
        {children}
        <div className="grid gap-6 px-5 pb-5 md:grid-cols-2 2xl:grid-cols-3">
          {groups.map(({ title, rows }) => (
            <section key={title} className="min-w-0">
              <h4 className="mb-2 font-semibold">{title}</h4>
              <dl className="flex flex-col">
                {rows.map(([name, value]) => (
                  <div key={name} className="flex justify-between gap-4 border-t border-line py-1">
                    <dt className="shrink-0 text-muted">{name}</dt>
                    <dd className="min-w-0 text-right break-all select-text">{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
          ))}
        </div>
      </Collapsible.Content>
    </Collapsible.Root>
  )
}
