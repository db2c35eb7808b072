import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { AnalyseReply, AnalyseRequest } from '../../recorder-web/src/on-phone/messages'
import { HEART } from '../../src/cli/bench/recording'
import { simulateHeart } from '../../src/core/simulate'
import { ROOT } from '../e2e/built'
import { openComputer } from '../e2e/phone/computer'
import { pairPhone, screen } from '../e2e/phone/page-steps'

/** What is analysed: the network's own rate, and what a phone's microphone gives, which is resampled first. */
export const RATES_HZ = [2000, 48_000] as const
const WINDOW_S = 5
const WARM_UPS = 5

/** Times of the whole analysis of five seconds by the page's own worker, ms, one array a rate of {@link RATES_HZ}. */
export type NetworkFigures = number[][]

export async function measureNetwork(count: number): Promise<NetworkFigures> {
  const computer = await openComputer()
  try {
    const { page, close } = await pairPhone(computer)
    await screen(page, 'place')
    const worker = readdirSync(join(ROOT, 'out/recorder-web/assets')).find((name) => name.startsWith('analysis-worker'))
    const times: number[][] = []
    for (const sampleRate of RATES_HZ) {
      const { samples } = simulateHeart({ ...HEART, durationS: WINDOW_S, sampleRate })
      const all = await page.evaluate(analyseAgainAndAgain, {
        worker: `/assets/${worker}`,
        samples: [...samples],
        sampleRate,
        count: count + WARM_UPS
      })
      times.push(all.slice(WARM_UPS))
    }
    await close()
    return times
  } finally {
    await computer.close()
  }
}

interface Wanted {
  worker: string
  samples: number[]
  sampleRate: number
  count: number
}

/** Runs in the page. */
async function analyseAgainAndAgain({ worker, samples, sampleRate, count }: Wanted): Promise<number[]> {
  const asked = new Worker(worker, { type: 'module' })
  const times: number[] = []
  while (times.length < count) {
    times.push(
      await new Promise<number>((resolve, reject) => {
        asked.onmessage = ({ data }: MessageEvent<AnalyseReply>) => {
          if (data.kind === 'done') resolve(data.ms)
          if (data.kind === 'failed') reject(new Error(data.error.message))
        }
        asked.postMessage({ pcg: { samples: Float32Array.from(samples), sampleRate } } satisfies AnalyseRequest)
      })
    )
  }
  asked.terminate()
  return times
}
