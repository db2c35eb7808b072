import { describe, expect, it } from 'vitest'
import { beatsOf, byKind, PICTURE_KINDS, pictureOfBeats } from './picture'

describe('pictures', () => {
  it('keep the times of beats', () => {
    const beats = [
      { s1S: 0.5, s2S: 0.75 },
      { s1S: 1.5, s2S: 1.75 }
    ]
    expect(beatsOf(pictureOfBeats(beats))).toEqual(beats)
    expect(pictureOfBeats([]).dims).toEqual([0, 2])
  })

  it('are found by their kind, and have no rows where none was drawn', () => {
    const pictures = byKind([pictureOfBeats([{ s1S: 1, s2S: 2 }])])
    expect(Object.keys(pictures).sort()).toEqual([...PICTURE_KINDS].sort())
    expect(pictures.beats.dims).toEqual([1, 2])
    expect(pictures['evidence-map']).toMatchObject({ kind: 'evidence-map', dims: [0, 0] })
  })
})
