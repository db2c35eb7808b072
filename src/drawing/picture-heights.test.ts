import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { pictureHeights, spectrogramTop } from './picture-heights'

const totalOf = (roomPx: number, windowPx: number, showsEvidence: boolean) => {
  const { gap, spectrogram, evidence, ...rest } = pictureHeights(roomPx, windowPx, showsEvidence)
  return rest.waveform + gap + spectrogram + (evidence > 0 ? gap + evidence : 0)
}

describe('the heights of the pictures', () => {
  it('leave the seconds above the fold wherever there is room for anything to be seen', () => {
    fc.assert(
      fc.property(fc.integer({ min: 272, max: 3000 }), fc.boolean(), (roomPx, showsEvidence) => {
        expect(totalOf(roomPx, 800, showsEvidence) + 24).toBeLessThan(roomPx)
      })
    )
  })

  it('give a tall window taller pictures, up to where nothing more is seen', () => {
    expect(pictureHeights(272, 800, false)).toEqual({ waveform: 96, gap: 8, spectrogram: 128, evidence: 0 })
    expect(pictureHeights(272, 800, true)).toEqual({ waveform: 96, gap: 8, spectrogram: 96, evidence: 24 })
    expect(pictureHeights(600, 1080, false)).toEqual({ waveform: 160, gap: 8, spectrogram: 392, evidence: 0 })
    expect(pictureHeights(3000, 2160, true)).toEqual({ waveform: 160, gap: 8, spectrogram: 640, evidence: 24 })
  })

  it('are comfortable where the pictures begin below the fold', () => {
    const { waveform, spectrogram } = pictureHeights(-200, 844, false)
    expect([waveform, spectrogram]).toEqual([96, 190])
  })

  it('say where the spectrogram begins', () => {
    expect(spectrogramTop(pictureHeights(272, 800, false))).toBe(104)
  })
})
