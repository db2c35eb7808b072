import { describe, expect, it } from 'vitest'
import { readPicture } from './pictures'

const headers = (dims: string) => new Headers({ 'x-dims': dims, 'x-first-s': '0.064', 'x-hop-s': '0.016' })

describe('a picture on its way', () => {
  it('is read with its shape and time axis', () => {
    const picture = readPicture('spectrogram', headers('2,3'), Float32Array.of(1, 2, 3, 4, 5, 6).buffer)
    expect(picture).toEqual({
      kind: 'spectrogram',
      dims: [2, 3],
      data: Float32Array.of(1, 2, 3, 4, 5, 6),
      firstS: 0.064,
      hopS: 0.016
    })
  })

  it.each(['2,4', '', 'x', '6,2'])('is refused where the shape is %j and the numbers are six', (dims) => {
    const bytes = Float32Array.of(1, 2, 3, 4, 5, 6).buffer
    expect(() => readPicture('spectrogram', headers(dims), bytes)).toThrow(
      expect.objectContaining({ code: 'internal' })
    )
  })
})
