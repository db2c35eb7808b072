/** How long something took, over several runs. */
export interface Timing {
  runs: number
  /** What other work on the computer disturbs least. */
  bestMs: number
  medianMs: number
  /** 95 of 100 runs were at most so long. */
  p95Ms: number
}

/** @param timesMs at least one */
export function summarise(timesMs: readonly number[]): Timing {
  const sorted = [...timesMs].sort((a, b) => a - b)
  const middle = (sorted.length - 1) / 2
  return {
    runs: sorted.length,
    bestMs: sorted[0]!,
    medianMs: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2,
    p95Ms: sorted[Math.ceil(0.95 * sorted.length) - 1]!
  }
}

/** Wall time of one run. */
export async function timed(work: () => unknown): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/**
 * Several things by turns, so that whatever else the computer does falls on all of them alike.
 *
 * @param warmUps rounds that are not counted
 */
export async function timeByTurns<Name extends string>(
  works: Record<Name, () => unknown>,
  { runs, warmUps }: { runs: number; warmUps: number }
): Promise<Record<Name, Timing>> {
  const names = Object.keys(works) as Name[]
  const times = new Map<Name, number[]>(names.map((name) => [name, []]))
  for (let round = -warmUps; round < runs; round++) {
    for (const name of names) {
      const time = await timed(works[name])
      if (round >= 0) times.get(name)!.push(time)
    }
  }
  return Object.fromEntries(names.map((name) => [name, summarise(times.get(name)!)])) as Record<Name, Timing>
}
