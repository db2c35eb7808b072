import { wordsFor } from '../../words/words'
import { describeComputer } from './computer'
import type { DatasetFigures } from './dataset'
import type { Timing } from './timing'
import type { WindowTimings } from './window'

export interface Figures {
  /** What else the computer did when the run began: mean number of busy processes in the minute before. */
  load: number
  version: string
  model: string
  window: WindowTimings
  storedAnswer: Timing
  coldStart: Timing
  dataset: DatasetFigures | null
}

const { numbers } = wordsFor('en')
const ms = (value: number) => `${numbers.decimal(value, value < 10 ? 2 : 0)} ms`
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`

/** The figures of one run as a Markdown page: every number measured, each with its input and what was to be reached. */
export function writeReport(figures: Figures): string {
  const { window, storedAnswer, coldStart, dataset, version, model } = figures
  const times = (of: 'bestMs' | 'medianMs') => numbers.decimal(window.original[of] / window.ours[of], 1)
  return [
    '# Performance',
    '',
    'Written by `npm run bench`; nothing here is typed by hand. Times depend on the computer and on what else it does: read the ratios, which come from one run, by turns.',
    '',
    `OPS Fusion ${version}, network ${model}, on ${describeComputer()}.${describeLoad(figures.load)}`,
    '',
    '## One window of five seconds',
    '',
    'A made-up heart, one thread, one window a call; the four rows were measured by turns.',
    '',
    row('what', 'quickest', 'median', '95 of 100 below', 'runs', 'to reach (median)'),
    row('---', '--:', '--:', '--:', '--:', '--:'),
    timing('the shipped graph, front end included', window.ours, '2.5 ms'),
    timing('the original’s front end (our own TypeScript) and its network', window.original, ''),
    timing('of which its front end', window.originalFrontEnd, ''),
    timing(
      'of which its network (ONNX Runtime, untrained: weights do not change the time)',
      window.originalNetwork,
      ''
    ),
    '',
    `The shipped graph is **${times('bestMs')} times** as fast as the original’s way by the quickest runs, which other work disturbs least, and ${times('medianMs')} times by the medians. The original hears 8 kHz and makes a picture of 128 mel bands by 157 frames; the shipped graph hears 2 kHz, where the heart is.`,
    '',
    '## A recording',
    '',
    row('what', 'input', 'quickest', 'median', '95 of 100 below', 'runs', 'to reach (median)'),
    row('---', '---', '--:', '--:', '--:', '--:', '--:'),
    recording('bytes to stored answer, pictures included, warm', storedAnswer, '150 ms'),
    recording('`ops-fusion analyse FILE`, cold start to end', coldStart, '1,200 ms'),
    '',
    ...describeDataset(dataset)
  ].join('\n')
}

function describeLoad(load: number): string {
  if (load < 0.5) return ''
  return ` It had other work at the same time (load average ${numbers.decimal(load, 1)}), which makes every time longer than it would be.`
}

function timing(what: string, { bestMs, medianMs, p95Ms, runs }: Timing, toReach: string): string {
  return row(what, ms(bestMs), ms(medianMs), ms(p95Ms), String(runs), toReach)
}

function recording(what: string, { bestMs, medianMs, p95Ms, runs }: Timing, toReach: string): string {
  return row(what, '30 s WAV, 48 kHz, 16 bits, mono', ms(bestMs), ms(medianMs), ms(p95Ms), String(runs), toReach)
}

function describeDataset(figures: DatasetFigures | null): string[] {
  const title = ['## A whole data set', '']
  if (!figures) return [...title, 'Not measured in this run: `npm run bench -- --dataset FOLDER` does.', '']
  const { files, failed, hours, wallS, processes, peakMemoryBytes } = figures
  const memory = peakMemoryBytes === null ? 'not measured here' : numbers.bytes(peakMemoryBytes)
  return [
    ...title,
    `\`ops-fusion analyse FOLDER --json --threads ${processes}\` over ${numbers.integer(files)} recordings.`,
    '',
    row('what', 'measured', 'to reach (20.2 h on two cores)'),
    row('---', '--:', '--:'),
    row('sound', `${numbers.decimal(hours, 1)} h`, ''),
    row('could not be analysed', numbers.integer(failed), '0'),
    row('time', numbers.duration(wallS), '3 min'),
    row('sound a second', `${numbers.integer((hours * 3600) / wallS)} s`, ''),
    row('memory of all processes together, at most', memory, '600 MB'),
    ''
  ]
}
