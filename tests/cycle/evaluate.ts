/**
 * `npm run evaluate:cycle -- DATA CACHE GRAPHS`: how well the beats are timed and murmurs placed, against ECGs and
 * experts, on people that the network never learned from; writes docs/cycle.md.
 *
 * DATA holds the data sets as training/README.md names them, CACHE the manifest of `training.data.prepare`, and GRAPHS
 * `fold-0.onnx` to `fold-4.onnx`, made by `python -m training.export.to_onnx member gate --split fold-0 --out …`. What no
 * fold left out is of the official list, which the shipped graph has not learned from.
 */
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describeComputer, loadNow } from '../../src/cli/bench/computer'
import { analyse, type Model } from '../../src/core/analyse'
import type { Analysis } from '../../src/core/analysis'
import { measureBeats } from '../../src/core/cycle/measure-beats'
import { median } from '../../src/core/median'
import type { Estimate } from '../../src/core/model-card'
import { type KeptPictures, type MarkedBeat, markedBeatsOf } from '../../src/core/picture'
import { readCard } from '../../src/main/analysis/model-files'
import { loadModel, modelOf } from '../../src/main/analysis/ort-model'
import { decode } from '../../src/main/decode/decode'
import { ROOT } from '../cli-run'
import { type Figure, writePage } from './page'
import { estimate, spearman } from './statistics'

/** A beat and an R peak belong together where S1 begins so long after it, seconds. @source Weissler et al. 1968: 60 ms */
const AFTER_R_S = { least: -0.06, most: 0.25 }
/** Where fewer of the ECG's detectors agree on the peaks, they are no truth. */
const LEAST_AGREEMENT = 0.9
const FEWEST_BEATS = 8
const FOLDS = 5

interface Heard {
  analysis: Analysis
  pictures: KeptPictures
  beats: MarkedBeat[]
}
type Row = Readonly<Record<string, string>>

const [data = '', cache = '', graphs = ''] = process.argv.slice(2)
const shipped = await loadModel(join(ROOT, 'models'))
const folds = await Promise.all(
  Array.from({ length: FOLDS }, async (_, fold): Promise<Model> => {
    const graph = await readFile(join(graphs, `fold-${fold}.onnx`))
    return modelOf({ graph, card: await readCard(join(ROOT, 'models')) })
  })
)
const manifest = new Map((await table(join(cache, 'manifest.csv'))).map((row) => [row['record']!, row]))

/** By the network that has not learned from it. */
async function hear(record: string, file: string): Promise<Heard | null> {
  const known = manifest.get(record)
  if (!known) return null
  const model = folds[Number(known['fold'])] ?? shipped
  const { pcg, clippedFraction } = await decode(await readFile(file), { targetRate: model.card.input.sampleRate })
  const { analysis, pictures } = await analyse(pcg, model, { clippedFraction })
  return { analysis, pictures, beats: markedBeatsOf(pictures.beats) }
}

async function table(path: string): Promise<Row[]> {
  const [names = [], ...rows] = (await readFile(path, 'utf8'))
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','))
  return rows.map((cells) => Object.fromEntries(names.map((name, column) => [name, cells[column] ?? ''])))
}

/** One list of recordings a person. */
function byPerson<One>(all: readonly (readonly [person: string, one: One])[]): One[][] {
  const people = new Map<string, One[]>()
  for (const [person, one] of all) people.set(person, [...(people.get(person) ?? []), one])
  return [...people.values()]
}

/** Against the ECGs of 2016's database a: times from beat to beat, and how much they change. */
async function rhythmFigures(): Promise<Figure[]> {
  const folder = join(data, 'physionet2016')
  const errors: [string, number[]][] = []
  const changes: [string, [number, number]][] = []
  for (const { record = '', detectors_agree, r_peaks_s = '' } of await table(join(folder, 'r_peaks.csv'))) {
    if (Number(detectors_agree) < LEAST_AGREEMENT) continue
    const heard = await hear(record, join(folder, 'training-a', `${record}.flac`))
    if (!heard) continue
    const person = manifest.get(record)!['group']!
    const peaks = r_peaks_s.split(' ').map(Number)
    errors.push([person, intervalErrors(heard.beats, peaks)])
    const rhythm = heard.analysis.cycle?.rhythm
    if (rhythm?.variationS == null || heard.beats.length < FEWEST_BEATS) continue
    const gaps = peaks.slice(1).map((peak, index) => peak - peaks[index]!)
    changes.push([person, [rhythm.variationS, median(gaps.slice(1).map((gap, index) => Math.abs(gap - gaps[index]!)))]])
  }
  const error = estimate(byPerson(errors), (all) => 1000 * median(all.flat()))
  const change = estimate(byPerson(changes), spearman)
  const count = errors.reduce((sum, [, found]) => sum + found.length, 0)
  return [
    figure('time from beat to beat against the ECG, median error, ms', count, error, 'at most 8', error.value <= 8, 1),
    figure(
      'how much it changes against the ECG, Spearman',
      changes.length,
      change,
      'at least 0.85',
      change.value >= 0.85
    )
  ]
}

/** Of each time from beat to beat that both know, how far the two are apart, seconds. */
function intervalErrors(beats: readonly MarkedBeat[], peaks: readonly number[]): number[] {
  return beats.flatMap(({ alignedS, rrS }) => {
    const near = peaks.filter((peak) => alignedS - peak >= AFTER_R_S.least && alignedS - peak <= AFTER_R_S.most)
    const next = near.length === 1 ? peaks[peaks.indexOf(near[0]!) + 1] : undefined
    return rrS === null || next === undefined ? [] : [Math.abs(rrS - (next - near[0]!))]
  })
}

interface Murmur {
  timing: string
  pitch: number
  grade: number
  found: NonNullable<NonNullable<Analysis['cycle']>['murmur']>
}

/** Against CirCor's expert: murmurs that are heard here, where the network hears one, too. */
async function murmurFigures(): Promise<Figure[]> {
  const folder = join(data, 'circor')
  const murmurs: [string, Murmur][] = []
  for (const row of await table(join(folder, 'labels.csv'))) {
    const { record = '', murmur_here, systolic_timing: timing = '', systolic_pitch = '', systolic_grade = '' } = row
    if (murmur_here !== 'present_here' || timing === '') continue
    const heard = await hear(record, join(folder, 'recordings', `${record}.flac`))
    const found = heard?.analysis.cycle?.murmur
    if (heard?.analysis.answer.murmur?.outcome !== 'murmur' || !found) continue
    const pitch = ['Low', 'Medium', 'High'].indexOf(systolic_pitch)
    // I/VI to III/VI: as many letters as the grade.
    const grade = systolic_grade.split('/')[0]!.length
    murmurs.push([manifest.get(record)!['group']!, { timing, pitch, grade, found }])
  }
  const people = byPerson(murmurs)
  const isHolo = ({ timing }: Murmur) => timing === 'Holosystolic'
  const share = (all: readonly Murmur[], is: (one: Murmur) => boolean) => all.filter(is).length / all.length
  const agreeing = (all: readonly Murmur[]) => share(all, (one) => isHolo(one) === (one.found.timing === 'holo'))
  const always = (all: readonly Murmur[]) => Math.max(share(all, isHolo), 1 - share(all, isHolo))
  const [holo, chance] = [estimate(people, agreeing), estimate(people, always)]
  const grade = estimate(people, (all) => spearman(all.map((one) => [one.found.aboveQuietDb, one.grade])))
  const pitch = estimate(people, (all) => spearman(all.map((one) => [one.found.highestHz ?? 0, one.pitch])))
  const systole = estimate(people, (all) => share(all, ({ found }) => found.phase === 'systole'))
  const n = murmurs.length
  return [
    figure('holosystolic or not, as the expert says', n, holo, 'at least 0.70', holo.value >= 0.7),
    figure('the same, by always naming the more frequent one', n, chance, '', null),
    figure('loudness against grade, Spearman', n, grade, 'at least 0.55', grade.value >= 0.55),
    figure('how high it reaches against the pitch, Spearman', n, pitch, 'at least 0.35', pitch.value >= 0.35),
    figure('systolic murmurs found in systole', n, systole, '', null)
  ]
}

/** All that is measured of beats in half a minute of sound, once the graph has run; the best of many, on one thread. */
async function speedFigure(): Promise<Figure> {
  const { pcg } = await decode(await readFile(join(ROOT, 'resources/samples/a0027.flac')), { targetRate: 2000 })
  const { pictures } = await analyse(pcg, shipped, { clippedFraction: 0 })
  const beats = markedBeatsOf(pictures.beats).map((beat) => ({ ...beat, isFollowed: beat.rrS !== null }))
  const times = Array.from({ length: 60 }, () => {
    const begun = performance.now()
    measureBeats(pictures.heard, pictures.spectrogram, beats)
    return performance.now() - begun
  }).sort((a, b) => a - b)
  const value = { value: median(times), low: times[0]!, high: times.at(-1)! }
  return figure(
    'beats, averaged beat and murmur of 31 s, ms (median; best, worst)',
    60,
    value,
    'at most 20',
    value.value <= 20,
    1
  )
}

function figure(
  what: string,
  count: number,
  estimate: Estimate,
  toReach: string,
  isMet: boolean | null,
  digits = 2
): Figure {
  return { what, count, estimate, toReach, isMet, digits }
}

const figures = [...(await rhythmFigures()), ...(await murmurFigures()), await speedFigure()]
const page = writePage(figures, `${shipped.card.name} ${shipped.card.version}`, describeComputer(), loadNow())
await writeFile(join(ROOT, 'docs', 'cycle.md'), page)
process.stdout.write(page)
