import { describe, expect, it } from 'vitest'
import { csvRow } from './csv'

const rowOf = (file: string, message = 'Damaged.') => csvRow({ file, error: { code: 'audio-damaged', message } })

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
})
