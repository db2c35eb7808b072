import type { ReactNode } from 'react'

interface TitledSectionProps {
  title: string
  lead?: string
  /** What sets it apart from the others. */
  className?: string
  children: ReactNode
}

/** One card of the page: what it is about, and then its pictures and tables. */
export function TitledSection({ title, lead, className = '', children }: TitledSectionProps) {
  const id = sectionId(title)
  return (
    <section
      id={id}
      aria-labelledby={`${id}-title`}
      tabIndex={-1}
      className={`card flex scroll-mt-3 flex-col gap-5 p-5 outline-none ${className}`}
    >
      <div>
        <h2 id={`${id}-title`} className="text-base font-semibold">
          {title}
        </h2>
        {lead !== undefined && <p className="mt-1 max-w-3xl">{lead}</p>}
      </div>
      {children}
    </section>
  )
}

/** Where the contents lead to. */
export function sectionId(title: string): string {
  return title.toLowerCase().replace(/[^a-z]+/g, '-')
}
