import type { Estimate } from '../../src/core/model-card'

export interface Figure {
  what: string
  count: number
  estimate: Estimate
  /** Empty where there is nothing to reach. */
  toReach: string
  isMet: boolean | null
  digits: number
}

/** docs/cycle.md, no figure of it typed by hand. */
export function writePage(figures: readonly Figure[], model: string, computer: string, load: number): string {
  const rows = figures.map(({ what, count, estimate: { value, low, high }, toReach, isMet, digits }) => {
    const [middle, from, to] = [value, low, high].map((one) => one.toFixed(digits))
    const met = isMet === null ? '' : isMet ? 'yes' : '**no**'
    return `| ${what} | ${count} | ${middle} [${from}, ${to}] | ${toReach} | ${met} |`
  })
  return `# How well the beat is measured

Written by \`npm run evaluate:cycle\`; nothing here is typed by hand. Each recording is heard by a network that has not learned from its person: that of the fold which leaves it out, or the shipped one for the official list. Intervals of 95 % are of people drawn with replacement.

| what | recordings, or times | measured | to reach | met |
| --- | --: | --- | --- | --- |
${rows.join('\n')}

- **Time from beat to beat**: S1 laid over that of all other beats, against R peaks of the ECG beside it (2016, database a; nine of ten detectors agree). Beats of which one R peak lies 60 ms after to 250 ms before S1 are compared; wrong beats count as well.
- **How much it changes**: the middle of how much one time differs from the next, the sound’s against the ECG’s, in recordings of eight beats or more.
- **Murmurs**: CirCor’s, at sites where the expert heard one and the network answers *murmur*. Timing, pitch and grade are the expert’s of the person, not of the site. How a murmur swells and fades was no better than chance against the expert’s names for it, and is not told.

${model}, on ${computer}, load average ${load.toFixed(1)}.
`
}
