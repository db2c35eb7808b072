/**
 * Preloaded into the host that is tried: measures how long its event loop stands still, and tells when asked.
 *
 * Every message asks, and begins a new measurement. The processes that the host starts inherit it, and stay as they are.
 */
import { readFileSync } from 'node:fs'
import { createHistogram } from 'node:perf_hooks'

const TICK_MS = 5

if (process.argv[1]?.endsWith('headless.js')) {
  const delays = createHistogram()
  let last = performance.now()
  let waitedMs = waitedForProcessorMs()
  setInterval(() => {
    const now = performance.now()
    const waited = waitedForProcessorMs()
    // where other programs had the processor, nothing that we do would have been sooner
    const delayMs = now - last - TICK_MS - (waited - waitedMs)
    delays.record(Math.max(1, Math.round(delayMs * 1000)))
    last = now
    waitedMs = waited
  }, TICK_MS).unref()
  process.on('message', () => {
    process.send({ maxMs: delays.max / 1000, p99Ms: delays.percentile(99) / 1000 })
    delays.reset()
  })
  // whoever tries it was ended
  process.on('disconnect', () => process.exit())
}

/** How long this thread was ready to run and had to wait, since it began; 0 where the system does not tell. */
function waitedForProcessorMs() {
  try {
    return Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[1]) / 1e6
  } catch {
    return 0
  }
}
