import { type Figure, PROMISES, type Promised } from './figures'
import { PROOFS } from './proofs'

/** The promises in the order of the page. */
export const ALL = Object.keys(PROMISES) as Promised[]

const HEAD = [
  '# What the program promises, and what was measured',
  '',
  'Written by `npm run evaluate:reliability`; nothing here is typed by hand. `npm run evaluate:reliability -- kept soak` measures only those, `-- --short` all of them in ten minutes; both print the table.'
]

/**
 * The table of what was measured.
 *
 * @param about what it was measured on, and how long that took: a paragraph
 */
export function writePage(about: string, figures: readonly Figure[]): string {
  return [
    ...HEAD,
    ...['', about, '', ...table(figures), ''],
    ...['## Where each is proved', '', ...ALL.map(proof), '']
  ].join('\n')
}

/** A row a figure, those of one promise together and under its name. */
export function table(figures: readonly Figure[]): string[] {
  const rows = ALL.flatMap((promise) =>
    figures
      .filter((figure) => figure.promise === promise)
      .map(({ what, measured, toReach, isMet }, at) =>
        row(at === 0 ? PROMISES[promise] : '', what, measured, toReach, isMet ? 'yes' : '**no**')
      )
  )
  return [row('promise', 'what', 'measured', 'to reach', 'met'), row('---', '---', '--:', '--:', '---'), ...rows]
}

function row(...cells: string[]): string {
  return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`
}

function proof(promise: Promised): string {
  const files = PROOFS[promise].map((path) => `[${path}](../${path})`)
  return `- ${PROMISES[promise]}: ${files.join(', ')}`
}
