import { describe, expect, it } from 'vitest'
import { card } from '../../tests/builders/card'
import { findBeats } from './cardiac-cycle'
import { tensor } from './tensor'

const HOP_S = 0.032
/** As the network gives the cycle. */
const layout = { ...card.cycle, firstFrameCentreS: 0.016, hopS: HOP_S }
const PARTS = 12
const WINDOW_S = 10
const FRAMES = Math.floor((WINDOW_S - 0.032) / HOP_S) + 1

/** When the first sounds are; the second follows 300 ms later, and each sound reaches 60 ms to both sides. */
function cycleOf(s1S: readonly number[], sureness: (timeS: number) => number) {
  const data = new Float32Array(PARTS * FRAMES)
  for (let frame = 0; frame < FRAMES; frame++) {
    const timeS = 0.016 + frame * HOP_S
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

const find = (s1S: readonly number[], sureness: (timeS: number) => number, durationS = WINDOW_S, isCounted = true) =>
  findBeats(cycleOf(s1S, sureness), layout, { startsS: [0], windowS: WINDOW_S, durationS }, [isCounted])
const sure = () => 0.9
const until = (endS: number) => (timeS: number) => (timeS < endS ? 0.9 : 0.2)

const regular = Array.from({ length: 11 }, (_, beat) => 0.5 + 0.85 * beat)
const firsts = (beats: readonly { s1S: number }[]) => beats.map(({ s1S }) => s1S)

describe('beats', () => {
  it('are where the parts say that they are', () => {
    const beats = find(regular, sure)
    expect(beats).toHaveLength(regular.length)
    beats.forEach(({ s1S, s2S }, beat) => {
      expect(Math.abs(s1S - regular[beat]!)).toBeLessThan(HOP_S)
      expect(Math.abs(s2S - s1S - 0.3)).toBeLessThan(HOP_S)
    })
  })

  it('are none where the network is not sure', () => {
    expect(find(regular, () => 0.3)).toEqual([])
    const most = find(regular, until(7))
    expect(most.length).toBeGreaterThanOrEqual(6)
    expect(Math.max(...firsts(most))).toBeLessThan(7)
  })

  it('are none where it was sure of less than half, for then a few are regular by chance', () => {
    expect(find(regular, until(4))).toEqual([])
  })

  it('leave out one that lasts unlike the others, and keep those', () => {
    const missed = regular.filter((_, beat) => beat !== 5)
    const beats = find(missed, sure)
    expect(beats).toHaveLength(missed.length - 1)
    expect(firsts(beats).some((timeS) => Math.abs(timeS - regular[4]!) < 0.1)).toBe(false)
  })

  it('are none where they are fewer than three, or where no window counts', () => {
    expect(find(regular, sure, 2)).toEqual([])
    expect(find(regular, sure, WINDOW_S, false)).toEqual([])
  })
})
