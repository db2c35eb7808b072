import type { ReactNode } from 'react'

/** One card of the page: what it is about, and then its pictures and tables. */
export function TitledSection({ title, lead, children }: { title: string; lead: string; children: ReactNode }) {
  return (
    <section className="card flex flex-col gap-5 p-5">
      <div>
        <h2 className="text-base font-semibold">{title}</h2>
        <p className="mt-1 max-w-3xl">{lead}</p>
      </div>
      {children}
    </section>
  )
}
