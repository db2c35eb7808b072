import type { Analysis, Answer, MurmurAnswer, Outcome } from '../../core/analysis'
import { answer } from './answer'
import { details } from './details'
import { gauge } from './gauge'
import { model } from './model'
import { numbers } from './numbers'
import { quality } from './quality'

type Score = Pick<Answer, 'abnormalProbability' | 'threshold' | 'operatingPoint'>
type Channels = { channels: number; channel?: { index: number } }
type Counts = Readonly<Record<Outcome | 'failed', number>>

const files = (count: number): string =>
  `${numbers.integer(count)} ${numbers.plural(count, { one: 'file', other: 'files' })}`

/** What only the terminal's door says. */
export const terminal = {
  program: 'Hear what a small neural network makes of heart sounds. Experimental, for learning and research.',
  analyse: {
    purpose: 'analyse sound files, or every sound file in a folder',
    files: 'sound files or folders',
    json: 'one JSON object a line and file (see resources/schemas/analysis-line.schema.json)',
    csv: 'a table with one row a file',
    beats: 'as --json, with every beat that is marked',
    threads: 'processes that work side by side',
    operatingPoint: 'which mistakes to avoid',
    channel: 'which channel to analyse, 1 the first; else the one with a heart in it',
    keep: 'also keep the recordings in the library, where the window finds them',
    data: 'folder of the library'
  },
  serve: {
    purpose: 'open the window as a page for a browser',
    port: 'port to listen on; 0 takes any free one',
    host: 'address to listen on; beyond this computer only with OPS_FUSION_PASSWORD set',
    origin: 'what people type where a reverse proxy stands in front, e.g. https://hearts.example.org',
    ready: (url: string): string => `OPS Fusion is ready: ${url}`,
    stop: 'Ctrl+C ends it.'
  },
  doctor: {
    purpose: 'look whether everything the program needs is in order',
    json: 'the report as JSON',
    bundle: 'show the checks and the log for whoever helps, and write them to this file'
  },
  bench: {
    purpose: 'measure the speed of this computer',
    dataset: 'also analyse every recording of this folder',
    write: 'write the figures to this Markdown file'
  },
  /** What the number behind an answer is, and what it was weighed against. */
  score: ({ abnormalProbability, threshold, operatingPoint }: Score): string =>
    `score ${gauge.score(abnormalProbability)}, from 0 (${gauge.normalEnd}) to 1 (${gauge.abnormalEnd}); threshold ${gauge.score(threshold)}, purpose: ${model.operatingPoint(operatingPoint).title}`,
  murmurScore: ({ probability, threshold }: Pick<MurmurAnswer, 'probability' | 'threshold'>): string =>
    `murmur score ${gauge.score(probability)}, threshold ${gauge.score(threshold)}`,
  /** The small facts under an answer. */
  facts: (
    { heartRate, quality: sound, durationS }: Pick<Analysis, 'heartRate' | 'quality' | 'durationS'>,
    { channel, channels }: Channels
  ): string =>
    [
      heartRate ? `heart rate ${numbers.integer(heartRate.valueBpm)}\u00a0bpm` : 'heart rate not clear',
      `sound ${!sound.usable ? quality.unusable : sound.reasons.length > 0 ? quality.usable : quality.good}`,
      ...(sound.bandwidth ? [`heard from ${quality.heard(sound.bandwidth)}`] : []),
      numbers.duration(durationS),
      ...(channel ? [details.channel(channel.index + 1, channels)] : [])
    ].join(' · '),
  summary: (counts: Counts): string => {
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0)
    const parts = (['normal-like', 'abnormal-like', 'cannot-tell'] as const).map(
      (outcome) => `${numbers.integer(counts[outcome])} ${answer.outcome(outcome).toLowerCase()}`
    )
    return `${files(total)}: ${parts.join(', ')}, ${numbers.integer(counts.failed)} not analysed.`
  },
  progress: (done: number, total: number): string => `${numbers.integer(done)} of ${files(total)}`,
  outputFailed: 'What was found could not be written where it was to go: there is no room, or nobody may write there.',
  nothingToAnalyse: 'There is no sound file in what you named.',
  stopped: (done: number, total: number): string => `Stopped: ${numbers.integer(done)} of ${files(total)} analysed.`
}
