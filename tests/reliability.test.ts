import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './cli-run'
import { type Figure, PROMISES } from './reliability/figures'
import { ALL, writePage } from './reliability/page'
import { PROOFS } from './reliability/proofs'

const page = readFileSync(join(ROOT, 'docs', 'reliability.md'), 'utf8')

/** What a page was written from: the paragraph above its table, and the figures in it. */
function readPage(text: string): { about: string; figures: Figure[] } {
  const [, about = ''] = /\n\n([^\n]+)\n\n\| promise/.exec(text) ?? []
  const figures: Figure[] = []
  for (const [line] of text.matchAll(/^\| .* \|$/gm)) {
    const [name, what, measured, toReach, met] = line
      .slice(2, -2)
      .split(' | ')
      .map((cell) => cell.replaceAll('\\|', '|'))
    const promise = ALL.find((one) => PROMISES[one] === name) ?? (name === '' ? figures.at(-1)?.promise : undefined)
    if (promise) figures.push({ promise, what: what!, measured: measured!, toReach: toReach!, isMet: met === 'yes' })
  }
  return { about, figures }
}

describe('docs/reliability.md', () => {
  it('is as npm run evaluate:reliability writes it', () => {
    const { about, figures } = readPage(page)
    expect(writePage(about, figures)).toBe(page)
  })

  it('has a figure of every promise', () => {
    const { figures } = readPage(page)
    const silent = ALL.filter((promise) => !figures.some((figure) => figure.promise === promise))
    expect(silent).toEqual([])
  })

  it('names tests that there are', () => {
    const missing = Object.values(PROOFS)
      .flat()
      .filter((path) => !existsSync(join(ROOT, path)))
    expect(missing).toEqual([])
  })
})
