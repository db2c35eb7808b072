import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createEventReader, HEARTBEAT, writeEvent } from './event-stream'

describe('a stream of events', () => {
  it('is read as it was written, however it is cut', () => {
    const sent = [{ name: 'library.onRemoved', data: '"zwölf"' }, { data: '{"a":1}' }, { name: 'x', data: '' }]
    const text = sent.map((event) => HEARTBEAT + writeEvent(event)).join('')
    const read = sent.map((event) => ({ name: 'message', ...event }))
    fc.assert(
      fc.property(fc.array(fc.nat(text.length), { maxLength: 8 }), (cuts) => {
        const reader = createEventReader()
        const places = [0, ...cuts.sort((a, b) => a - b), text.length]
        const pieces = places.slice(1).map((end, index) => text.slice(places[index], end))
        expect(pieces.flatMap((piece) => reader(piece))).toEqual(read)
      })
    )
  })

  it('may come from others: with returns, without blanks, data in several lines, comments and fields unknown', () => {
    const read = createEventReader()
    expect(read(':hello\r\nretry: 5\r\nevent:upload\r\ndata:x\r\ndata: y\r\n\r\ndata\n\n')).toEqual([
      { name: 'upload', data: 'x\ny' },
      { name: 'message', data: '' }
    ])
  })

  it('gives no event that broke off, and none without data', () => {
    const read = createEventReader()
    expect(read('event: nothing\n\ndata: half')).toEqual([])
    expect(read('\n\n')).toEqual([{ name: 'message', data: 'half' }])
  })
})
