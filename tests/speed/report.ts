import { availableParallelism } from 'node:os'
import { version } from '../../package.json'
import { describeComputer } from '../../src/cli/bench/computer'
import { summarise } from '../../src/cli/bench/timing'
import { wordsFor } from '../../src/words/words'
import { type NetworkFigures, RATES_HZ } from './network'
import { type OpeningFigures, SLOW } from './page-opening'
import type { TakeFigures } from './take'
import { UPLOADS, type UploadFigures } from './uploads'

const { numbers } = wordsFor('en')
const ms = (value: number) => `${numbers.decimal(value, value < 100 ? 1 : 0)} ms`
const row = (...cells: string[]) => `| ${cells.join(' | ')} |`
const HEAD = [
  row('what', 'quickest', 'median', '95 of 100 below', 'runs', 'to reach'),
  row('---', '--:', '--:', '--:', '--:', '--:')
]

function timing(what: string, timesMs: readonly number[], toReach: string): string {
  const { bestMs, medianMs, p95Ms, runs } = summarise(timesMs)
  return row(what, ms(bestMs), ms(medianMs), ms(p95Ms), String(runs), toReach)
}

/** @param load mean number of busy processes in the minute before the run began */
export function describeMachine(load: number): string {
  const cores = availableParallelism()
  return [
    '# Speed of the hand-over',
    '',
    'Written by `npm run bench:phone`; nothing here is typed by hand. `npm run bench:phone -- uploads` (or `opening`, `take`, `network`) measures one part and prints it.',
    '',
    `OPS Fusion ${version} on ${describeComputer()}. Phone and computer are two browsers on this one machine and share its cores; there is no Wi-Fi between them.`,
    '',
    load < 0.5
      ? 'The machine had nothing else to do when the run began.'
      : `**The machine was busy with something else when the run began (load average ${numbers.decimal(load, 1)} on ${cores} cores), which makes every time longer than it would be**: the quickest run is disturbed least.`,
    ''
  ].join('\n')
}

export function uploadPart({ timesMs, wallMs, badHashes, peakMemoryBytes }: UploadFigures): string {
  const { count, bytes } = UPLOADS
  return [
    '## Many uploads at once',
    '',
    `${count} files of ${numbers.bytes(bytes)} from one phone made of Node, all begun together, over TLS into the program that \`ops-fusion pair\` starts: each from its first request to the answer that it is stored.`,
    '',
    ...HEAD,
    timing('one upload', timesMs, 'p95 5 s'),
    '',
    `All of them took ${numbers.duration(wallMs / 1000)}. Wrong hashes: **${badHashes}**. Memory of the program at most: ${peakMemoryBytes === null ? 'not told here' : numbers.bytes(peakMemoryBytes)}.`,
    ''
  ].join('\n')
}

export function openingPart({ loopbackMs, slowMs }: OpeningFigures): string {
  return [
    '## Opening the page',
    '',
    'From the request for the page of a scanned link to the first screen that can be used, in a browser that has never seen it.',
    '',
    ...HEAD,
    timing('without a network between', loopbackMs, '1 s'),
    timing(
      `${SLOW.cpuTimesSlower} times slower, ${SLOW.latencyMs} ms and ${SLOW.megabitsPerS} Mbit/s away`,
      slowMs,
      '1 s'
    ),
    ''
  ].join('\n')
}

export function takePart({ verdictMs, phoneAnswerMs, computerAnswerMs }: TakeFigures): string {
  return [
    '## From the stop to the answer',
    '',
    'Takes of ten seconds at 44.1 kHz, the time counted from the tap on *Stop*; *Send* is tapped by the machine as soon as it is there.',
    '',
    ...HEAD,
    timing('verdict on the quality', verdictMs, '1 s'),
    timing('answer on the phone', phoneAnswerMs, '2.5 s'),
    timing('answer on the computer', computerAnswerMs, '2.5 s'),
    ''
  ].join('\n')
}

export function networkPart(figures: NetworkFigures): string {
  return [
    '## The analysis that stays on the phone',
    '',
    'Five seconds of a made-up heart through the page’s own worker (ONNX Runtime in WebAssembly, one thread, warm): from samples to answer, pictures and findings included.',
    '',
    ...HEAD,
    ...RATES_HZ.map((rate, index) => timing(numbers.hertz(rate), figures[index]!, 'median 15 ms')),
    ''
  ].join('\n')
}
