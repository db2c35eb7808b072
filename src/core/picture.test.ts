import { describe, expect, it } from 'vitest'
import { markedBeats } from '../../tests/builders/beats'
import { beatsOf, byKind, markedBeatsOf, PICTURE_KINDS, type Picture, pictureOfBeats } from './picture'

const beats = markedBeats([
  { s1S: 0.5, s2S: 0.75 },
  { s1S: 1.5, s2S: 1.75 }
])

describe('pictures', () => {
  it('keep all that was measured of beats, to the precision of single floats', () => {
    const single = (_: string, value: unknown) => (typeof value === 'number' ? Math.fround(value) : value)
    const rounded = JSON.parse(JSON.stringify(beats, single))
    expect(markedBeatsOf(pictureOfBeats(beats))).toEqual(rounded)
    expect(beatsOf(pictureOfBeats(beats))).toEqual(beats.map(({ s1S, s2S }) => ({ s1S, s2S })))
    expect(beatsOf(pictureOfBeats([]))).toEqual([])
  })

  it('tell the times of beats also where an earlier version kept no more of them', () => {
    const data = Float32Array.from([0.5, 0.75, 1.5, 1.75])
    const earlier: Picture<'beats'> = { kind: 'beats', dims: [2, 2], data, firstS: 0, hopS: 1 }
    expect(beatsOf(earlier)).toEqual(beats.map(({ s1S, s2S }) => ({ s1S, s2S })))
    expect(markedBeatsOf(earlier)).toEqual([])
  })

  it('are found by their kind, and have no rows where none was drawn', () => {
    const pictures = byKind([pictureOfBeats(beats)])
    expect(Object.keys(pictures).sort()).toEqual([...PICTURE_KINDS].sort())
    expect(pictures.beats.dims).toEqual([2, 9])
    expect(pictures['evidence-map']).toMatchObject({ kind: 'evidence-map', dims: [0, 0] })
  })
})
