import { describe, expect, it } from 'vitest'
import { followArrivals } from './arrivals'

const PHONE = { kind: 'phone', phone: 'Ada’s phone' }
const changed = (id: string, status: string, source: object = PHONE) => ({
  name: 'library.onChanged',
  payload: { id, name: 'Mitral', source, state: { status } }
})

describe('followArrivals', () => {
  it('tells of each recording from a phone once', () => {
    const arrivalOf = followArrivals()
    expect(arrivalOf(changed('a', 'waiting'))).toEqual({ id: 'a', name: 'Mitral', phone: 'Ada’s phone' })
    expect(arrivalOf(changed('a', 'analysing'))).toBeNull()
    expect(arrivalOf(changed('a', 'analysed'))).toBeNull()
  })

  it('tells nothing of what a person did here: a file, a new name for an old recording', () => {
    const arrivalOf = followArrivals()
    expect(arrivalOf(changed('b', 'waiting', { kind: 'file' }))).toBeNull()
    expect(arrivalOf(changed('old', 'analysed'))).toBeNull()
    expect(arrivalOf(changed('old', 'waiting'))).toBeNull()
    expect(arrivalOf({ name: 'settings.onChanged', payload: {} })).toBeNull()
  })
})
