import { openComputer } from '../e2e/phone/computer'
import { screen } from '../e2e/phone/page-steps'
import { openPhone } from '../e2e/phone/phone'
import { marksOf, noteWhenSeen } from './marks'

/** What stands between a phone and this computer in the second row: a modest phone behind a middling Wi-Fi. */
export const SLOW = { cpuTimesSlower: 4, latencyMs: 20, megabitsPerS: 20 }

export interface OpeningFigures {
  /** From the request of the page to the first screen that can be used; nothing is in the browser's cache. */
  loopbackMs: number[]
  slowMs: number[]
}

/** Opens a scanned link in a fresh browser again and again. */
export async function measureOpening(count: number): Promise<OpeningFigures> {
  const computer = await openComputer()
  try {
    const open = async (isSlow: boolean): Promise<number> => {
      const phone = await openPhone({
        prepare: (context) => noteWhenSeen(context, { ready: 'body[data-screen=words]' })
      })
      const { page, context } = phone
      if (isSlow) {
        const devtools = await context.newCDPSession(page)
        const bytesPerS = (SLOW.megabitsPerS * 1e6) / 8
        await devtools.send('Network.enable')
        await devtools.send('Network.emulateNetworkConditions', {
          offline: false,
          latency: SLOW.latencyMs,
          downloadThroughput: bytesPerS,
          uploadThroughput: bytesPerS
        })
        await devtools.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpuTimesSlower })
      }
      await page.goto(await computer.link())
      await screen(page, 'words')
      const { ready = 0 } = await marksOf(page)
      const begun = await page.evaluate(() => performance.timeOrigin)
      await computer.confirm()
      await phone.close()
      return ready - begun
    }
    const figures: OpeningFigures = { loopbackMs: [], slowMs: [] }
    for (let round = 0; round < count; round++) {
      figures.loopbackMs.push(await open(false))
      figures.slowMs.push(await open(true))
    }
    return figures
  } finally {
    await computer.close()
  }
}
