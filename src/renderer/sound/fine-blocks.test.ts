import { describe, expect, it } from 'vitest'
import type { TimeView } from '../../drawing/time-view'
import { FineBlocks } from './fine-blocks'
import { SampleCache } from './sample-cache'

const RATE = 2000
const BANDS = [{ lowHz: 20, centreHz: 400, highHz: 800 }]
const view = (pxPerS: number, scrollPx = 0): TimeView => ({ durationS: 10, widthPx: 500, pxPerS, scrollPx })

async function heard(): Promise<SampleCache> {
  const cache = new SampleCache(async (_first, count) => new Float32Array(count), 10 * RATE)
  cache.want(0, 10 * RATE)
  await new Promise((resolve) => setTimeout(resolve))
  return cache
}

/** Makes all that is missing; how many that were. */
function makeAll(blocks: FineBlocks, at: TimeView): number {
  let made = 0
  while (blocks.makeNext(at)) made += 1
  return made
}

describe('the blocks of the finer spectrogram', () => {
  it('are made one at a time, only where one looks, and only once', async () => {
    const blocks = new FineBlocks(await heard(), RATE, BANDS)
    expect(blocks.ready(view(250))).toEqual([])
    expect(blocks.makeNext(view(250))).toBe(true)
    expect(blocks.ready(view(250))).toHaveLength(1)
    // Two seconds in blocks of 256 frames of 4 ms, the first of them there already.
    expect(makeAll(blocks, view(250))).toBe(1)
    expect(makeAll(blocks, view(250))).toBe(0)
    expect(blocks.ready(view(250)).map(({ firstS, hopS }) => [firstS, hopS])).toEqual([
      [0, 0.004],
      [1.024, 0.004]
    ])
  })

  it('follow each other without a gap', async () => {
    const blocks = new FineBlocks(await heard(), RATE, BANDS)
    makeAll(blocks, view(250))
    const [first, second] = blocks.ready(view(250))
    expect(second!.firstS).toBeCloseTo(first!.firstS + first!.dims[1] * first!.hopS)
  })

  it('wait for their samples', () => {
    const blocks = new FineBlocks(new SampleCache(() => new Promise(() => {}), 10 * RATE), RATE, BANDS)
    expect(blocks.makeNext(view(250))).toBe(false)
  })

  it('stand in for finer ones until those are made, never for coarser ones', async () => {
    const blocks = new FineBlocks(await heard(), RATE, BANDS)
    makeAll(blocks, view(250))
    expect(blocks.ready(view(2000)).map(({ hopS }) => hopS)).toEqual([0.004])
    makeAll(blocks, view(2000))
    expect(blocks.ready(view(2000)).map(({ hopS }) => hopS)).toEqual([0.001, 0.004])
    expect(blocks.ready(view(250)).map(({ hopS }) => hopS)).toEqual([0.004, 0.004])
  })

  it('are forgotten where one has not looked for long', async () => {
    const blocks = new FineBlocks(await heard(), RATE, BANDS)
    for (let block = 0; block < 70; block++) blocks.makeNext(view(4000, 128 * 4 * block))
    expect(blocks.ready(view(4000))).toEqual([])
    expect(blocks.ready(view(4000, 128 * 4 * 69))).not.toEqual([])
  })
})
