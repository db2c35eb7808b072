import { describe, expect, it } from 'vitest'
import { heardBeats } from '../../tests/builders/beats'
import { card } from '../../tests/builders/card'
import { hearBeats, isSure, surenessOf } from './cardiac-cycle'
import { tensor } from './tensor'

const HOP_S = 0.016
/** As the network gives the cycle. */
const layout = { ...card.cycle, firstFrameCentreS: 0.032, hopS: HOP_S }
const PARTS = 12
const WINDOW_S = 10
const FRAMES = Math.floor((WINDOW_S - 0.064) / HOP_S) + 1

/** When the first sounds are; the second follows 300 ms later, and each sound reaches 60 ms to both sides. */
function cycleOf(s1S: readonly number[], sureness: (timeS: number) => number) {
  const data = new Float32Array(PARTS * FRAMES)
  for (let frame = 0; frame < FRAMES; frame++) {
    const timeS = 0.032 + frame * HOP_S
    const next = s1S.findIndex((time) => time - 0.06 > timeS)
    const start = s1S[(next < 0 ? s1S.length : next) - 1] ?? Number.NEGATIVE_INFINITY
    const endS = next < 0 ? start + 1 : s1S[next]!
    const edges = [-0.06, 0, 0.06, 0.105, 0.15, 0.195, 0.24, 0.3, 0.36]
    const quiet = [1, 2, 3].map((quarter) => 0.36 + ((endS - start - 0.06 - 0.36) * quarter) / 4)
    const part = [...edges, ...quiet].filter((edge) => timeS - start >= edge).length - 1
    for (let other = 0; other < PARTS; other++) {
      const sure = sureness(timeS)
      data[other * FRAMES + frame] = other === Math.max(0, part) ? sure : (1 - sure) / (PARTS - 1)
    }
  }
  return tensor([1, PARTS, FRAMES], data)
}

const windows = { startsS: [0], windowS: WINDOW_S, durationS: WINDOW_S }
const hear = (s1S: readonly number[], sureness: (timeS: number) => number) =>
  hearBeats(cycleOf(s1S, sureness), layout, windows, [true])
const sure = () => 0.9
const firsts = (beats: readonly { s1S: number }[]) => beats.map(({ s1S }) => s1S)

const regular = Array.from({ length: 11 }, (_, beat) => 0.5 + 0.85 * beat)

describe('beats', () => {
  it('are where the parts say that they are', () => {
    const beats = hear(regular, sure)
    expect(beats).toHaveLength(regular.length)
    beats.forEach(({ s1S, s2S, sureness }, beat) => {
      expect(Math.abs(s1S - regular[beat]!)).toBeLessThan(HOP_S)
      expect(Math.abs(s2S - s1S - 0.3)).toBeLessThan(HOP_S)
      expect(sureness).toBeGreaterThan(0.9)
    })
    for (const { s1S, s1, s2S, s2 } of beats) {
      for (const edge of [s1S - s1.startS, s1.endS - s1S, s2S - s2.startS, s2.endS - s2S]) {
        expect(Math.abs(edge - 0.06)).toBeLessThan(HOP_S)
      }
    }
    expect(beats.map(({ isFollowed }) => isFollowed)).toEqual(regular.map((_, beat) => beat + 1 < regular.length))
  })

  it('are marked one by one, as sure as the network is of each', () => {
    const beats = hear(regular, (timeS) => (timeS < 5 ? 0.9 : 0.2))
    const marked = firsts(beats.filter(isSure))
    expect(marked).toHaveLength(regular.filter((timeS) => timeS < 5).length)
    expect(Math.max(...marked)).toBeLessThan(5)
    expect(hear(regular, () => 0.3).filter(isSure)).toEqual([])
  })

  it('are marked however unevenly they come', () => {
    const uneven = [0.5, 1.2, 2.4, 3, 4.3, 4.9, 5.5, 6.9, 7.6, 8.8]
    const marked = hear(uneven, sure).filter(isSure)
    expect(marked).toHaveLength(uneven.length)
    marked.forEach(({ s1S }, beat) => {
      expect(Math.abs(s1S - uneven[beat]!)).toBeLessThan(HOP_S)
    })
  })

  it('are none where no window counts, and lose nothing beside it', () => {
    expect(hearBeats(cycleOf(regular, sure), layout, windows, [false])).toEqual([])
    // Windows of 10 s at 0, 15 and 30 s, of which the second does not count: nothing was heard in 10 to 30 s.
    const { data } = cycleOf(regular, sure)
    const three = tensor([3, PARTS, FRAMES], Float32Array.from([...data, ...data, ...data]))
    const apart = { startsS: [0, 15, 30], windowS: WINDOW_S, durationS: 40 }
    const beats = hearBeats(three, layout, apart, [true, false, true])
    expect(firsts(beats).map((timeS) => timeS % 30)).toEqual(
      [...regular, ...regular].map((timeS) => expect.closeTo(timeS, 1))
    )
    expect(beats.every(isSure)).toBe(true)
    // What lies between them was not heard.
    expect(beats.filter(({ isFollowed }) => !isFollowed)).toHaveLength(2)
  })

  it('are as sure as they are on average', () => {
    const beats = [0.5, 0.7, 0.9].map((sureness, beat) => ({ s1S: beat, s2S: beat + 0.3, sureness }))
    expect(surenessOf(heardBeats(beats))).toBeCloseTo(0.7)
    expect(surenessOf([])).toBe(0)
  })
})
