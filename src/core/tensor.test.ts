import { describe, expect, it } from 'vitest'
import { concatenate, row, tensor } from './tensor'

const counted = (...dims: number[]) =>
  tensor(
    dims,
    Float32Array.from({ length: dims.reduce((a, b) => a * b, 1) }, (_, n) => n)
  )

describe('tensor', () => {
  it('refuses numbers that do not fill the shape', () => {
    expect(() => tensor([2, 3], new Float32Array(5))).toThrow(RangeError)
  })

  it('puts batches one after the other', () => {
    const { dims, data } = concatenate([counted(2, 3), counted(1, 3)])
    expect(dims).toEqual([3, 3])
    expect([...data]).toEqual([0, 1, 2, 3, 4, 5, 0, 1, 2])
  })

  it('refuses to join shapes that differ behind the first dimension', () => {
    expect(() => concatenate([counted(2, 3), counted(2, 4)])).toThrow(RangeError)
    expect(() => concatenate([counted(2, 3), counted(2)])).toThrow(RangeError)
    expect(() => concatenate([])).toThrow(RangeError)
  })

  it('shows a row without copying it', () => {
    const whole = counted(3, 2)
    row(whole, 1).data[0] = 99
    expect([...whole.data]).toEqual([0, 1, 99, 3, 4, 5])
    expect(() => row(whole, 3)).toThrow(RangeError)
  })
})
