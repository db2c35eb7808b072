import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  clampPxPerS,
  firstPxPerS,
  fitPxPerS,
  isCloserThan,
  type TimeView,
  timeToX,
  visibleS,
  xToTime,
  zoomed
} from './time-view'

const view = (changes: Partial<TimeView>): TimeView => ({
  durationS: 60,
  widthPx: 900,
  pxPerS: 60,
  scrollPx: 0,
  ...changes
})

describe('the time view', () => {
  it('shows a short recording whole and lets a long one scroll', () => {
    expect(firstPxPerS({ durationS: 20, widthPx: 900 })).toBe(45)
    expect(firstPxPerS({ durationS: 600, widthPx: 900 })).toBe(24)
  })

  it('never zooms out beyond the whole', () => {
    expect(clampPxPerS(0, view({}))).toBe(fitPxPerS(view({})))
  })

  it('zooms in until single vibrations are seen, but never to more than a browser can scroll', () => {
    expect(clampPxPerS(1e6, view({}))).toBe(4000)
    expect(clampPxPerS(1e6, view({ durationS: 2 ** 14 }))).toBe(1024)
  })

  it('says what is seen of it, and from where on a step would be seen', () => {
    expect(visibleS(view({ scrollPx: 90, pxPerS: 60 }))).toEqual({ fromS: 1.5, toS: 16.5 })
    expect([isCloserThan(0.005, view({ pxPerS: 200 })), isCloserThan(0.005, view({ pxPerS: 201 }))]).toEqual([
      false,
      true
    ])
  })

  it('goes from time to place and back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 60, noNaN: true }),
        fc.double({ min: 15, max: 4000, noNaN: true }),
        (timeS, pxPerS) => {
          const shown = view({ pxPerS, scrollPx: 123 })
          expect(xToTime(timeToX(timeS, shown), shown)).toBeCloseTo(timeS, 6)
        }
      )
    )
  })

  it('keeps what lies under the pointer there, unless the recording ends', () => {
    const shown = view({ scrollPx: 1000 })
    const before = xToTime(400, shown)
    const after = xToTime(400, { ...shown, ...zoomed(shown, 2, 400) })
    expect(after).toBeCloseTo(before)
    expect(zoomed(view({}), 0.01, 0)).toEqual({ pxPerS: 15, scrollPx: 0 })
  })
})
