import { type ReactNode, useId } from 'react'

interface DataTableProps {
  title: string
  /** The first is of the rows' names. */
  columns: readonly { name: string; meaning?: string }[]
  rows: readonly { name: string; cells: readonly ReactNode[] }[]
}

/** A table that scrolls by itself where the window is too narrow for it, also by keyboard; its rows keep their names. */
export function DataTable({ title, columns, rows }: DataTableProps) {
  const id = useId()
  return (
    <div>
      <h3 id={id} className="mb-2 font-medium">
        {title}
      </h3>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
      <section className="overflow-x-auto print:overflow-visible" tabIndex={0} aria-labelledby={id}>
        <table className="w-full tabular-nums" aria-labelledby={id}>
          <thead>
            <tr className="text-left text-muted">
              {columns.map(({ name, meaning }) => (
                <th key={name} scope="col" title={meaning} className="py-1 pr-4 align-bottom font-medium last:pr-0">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ name, cells }) => (
              <tr key={name} className="border-t border-line">
                <th
                  scope="row"
                  className="sticky left-0 min-w-24 bg-raised py-1.5 pr-4 text-left font-normal print:static"
                >
                  {name}
                </th>
                {cells.map((cell, index) => (
                  <td key={columns[index + 1]?.name} className="py-1.5 pr-4 last:pr-0">
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </div>
  )
}
