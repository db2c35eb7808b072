import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isFull, keepNone } from '../../tests/reliability/figures'
import { csvRow } from './csv'

const TRIED = isFull ? 2000 : 200

const rowOf = (file: string, message = 'Damaged.') => csvRow({ file, error: { code: 'audio-damaged', message } })

/** As a spreadsheet reads them. @source RFC 4180 */
const cellsOf = (row: string) => (row.match(/("([^"]|"")*"|[^,]*)(?=,|$)/g) ?? []).map((cell) => cell.replace(/^"/, ''))

describe('a row of the table', () => {
  it.each(['=cmd|"/c calc"!A1.wav', '+1.wav', '-1.wav', '@sum.wav'])('never begins a formula: %s', (file) => {
    expect(rowOf(file)).toMatch(/^"?'/)
  })

  it('keeps a name as it is where nobody takes it for a formula', () => {
    expect(rowOf('a=1.wav')).toMatch(/^a=1\.wav,/)
  })

  it('holds nothing that a terminal obeys', () => {
    expect(rowOf('\u001b[2J.wav', 'bad \u009b31m name')).not.toMatch(/\p{Cc}/u)
  })

  it('holds neither, whatever a file is called and whatever it says', () => {
    const wild = fc.tuple(fc.constantFrom('', '=', '+', '-', '@', '\t=', '\r\n='), fc.string({ unit: 'binary' }))
    const names = fc.sample(wild, { numRuns: TRIED, seed: 1 }).map((parts) => parts.join(''))
    const rows = names.map((name) => rowOf(name, name))
    const obeyed = rows.filter((row) => /\p{Cc}/u.test(row)).length
    const live = rows.flatMap(cellsOf).filter((cell) => /^[=+\-@]/.test(cell)).length
    keepNone('text', `rows of the table with a control character, of ${TRIED} hostile names`, obeyed)
    keepNone('text', 'cells of these that a spreadsheet works out', live)
    expect([obeyed, live]).toEqual([0, 0])
  })
})
