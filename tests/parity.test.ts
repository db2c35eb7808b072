import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyse, type Model, type Outputs } from '../src/core/analyse'
import { hearBeats } from '../src/core/cardiac-cycle'
import { heartRateOf } from '../src/core/heart-rate'
import type { CycleLayout } from '../src/core/model-card'
import { type Pcg, withoutOffset } from '../src/core/pcg'
import { row, type Tensor, tensor } from '../src/core/tensor'
import { cutWindows } from '../src/core/windows'
import { loadModel } from '../src/main/analysis/ort-model'
import { decode } from '../src/main/decode/decode'

const ROOT = resolve(import.meta.dirname, '..')
const GOLDEN = resolve(ROOT, 'tests/fixtures/golden')
const COPIES = resolve(ROOT, 'tests/fixtures/copies')

/** The marks of a recording: `[s1S, s2S, sureness]` of every beat. */
interface Marks {
  samples: number
  starts: number[]
  beats: [number, number, number][]
  heartRateBpm: number | null
}

interface MadeCycles {
  layout: CycleLayout
  cycles: (Marks & { name: string; file: string; shape: number[] })[]
}

interface Golden {
  sha256: string
  tolerance: number
  toleranceDb: number
  recordings: (Marks & {
    name: string
    file: string
    arrays: Record<
      | 'abnormal_logit'
      | 'murmur_logit'
      | 'quality_logit'
      | 'log_mel'
      | 'evidence_map'
      | 'murmur_evidence_map'
      | 'cycle'
      | 'embedding',
      { file: string; shape: number[] }
    >
  })[]
}

let golden: Golden
let model: Model
beforeAll(async () => {
  golden = JSON.parse(await readFile(resolve(GOLDEN, 'index.json'), 'utf8'))
  model = await loadModel(resolve(ROOT, 'models'))
})

async function read(path: string): Promise<{ pcg: Pcg; clippedFraction: number }> {
  return decode(await readFile(path), { targetRate: model.card.input.sampleRate })
}
async function numbers(file: string): Promise<Float32Array> {
  const bytes = await readFile(resolve(GOLDEN, file))
  return new Float32Array(bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength))
}
function furthest(ours: Float32Array, theirs: Float32Array): number {
  expect(ours.length).toBe(theirs.length)
  return ours.reduce((worst, value, n) => Math.max(worst, Math.abs(value - theirs[n]!)), 0)
}

/** Every window counts in Python. */
function expectMarks(cycle: Tensor, layout: CycleLayout, expected: Marks): void {
  const { sampleRate, windowLength } = model.card.input
  const windows = {
    startsS: expected.starts.map((start) => start / sampleRate),
    windowS: windowLength / sampleRate,
    durationS: expected.samples / sampleRate
  }
  const beats = hearBeats(
    cycle,
    layout,
    windows,
    expected.starts.map(() => true)
  )
  expect(beats).toHaveLength(expected.beats.length)
  beats.forEach(({ s1S, s2S, sureness }, index) => {
    const [theirS1S, theirS2S, theirSureness] = expected.beats[index]!
    expect(s1S).toBeCloseTo(theirS1S, 6)
    expect(s2S).toBeCloseTo(theirS2S, 6)
    expect(sureness).toBeCloseTo(theirSureness, 4)
  })
  const rate = heartRateOf(beats)
  if (expected.heartRateBpm === null) expect(rate).toBeNull()
  else expect(rate?.valueBpm).toBeCloseTo(expected.heartRateBpm, 3)
}

describe('parity with Python', () => {
  it('speaks of the graph that ships', () => {
    expect(golden.sha256).toBe(model.card.sha256)
    expect(golden.recordings.length).toBeGreaterThanOrEqual(6)
    expect(golden.tolerance).toBeLessThanOrEqual(1e-4)
  })

  it('gives the same numbers as Python at every stage, for every recording', async () => {
    const { windowLength, hopLength } = model.card.input
    for (const { file, arrays, ...marks } of golden.recordings) {
      const { samples, starts } = marks
      const { pcg } = await read(resolve(GOLDEN, file))
      expect(pcg.samples).toHaveLength(samples)
      const windows = cutWindows(withoutOffset(pcg.samples), windowLength, hopLength)
      expect(windows.starts).toEqual(starts)
      const outputs: Outputs = await model.predict(windows.batch)
      expectMarks(outputs.cycle, model.card.cycle, marks)
      const stages = [
        [row(outputs.logMel, 0).data, arrays.log_mel, golden.toleranceDb],
        [outputs.evidenceMap.data, arrays.evidence_map, golden.tolerance],
        [outputs.murmurEvidenceMap.data, arrays.murmur_evidence_map, golden.tolerance],
        [row(outputs.cycle, 0).data, arrays.cycle, golden.tolerance],
        [outputs.embedding.data, arrays.embedding, golden.tolerance],
        [outputs.qualityLogit.data, arrays.quality_logit, golden.tolerance],
        [outputs.murmurLogit.data, arrays.murmur_logit, golden.tolerance],
        [outputs.abnormalLogit.data, arrays.abnormal_logit, golden.tolerance]
      ] as const
      for (const [ours, theirs, tolerance] of stages) {
        expect(furthest(ours, await numbers(theirs.file)), `${file} ${theirs.file}`).toBeLessThan(tolerance)
      }
    }
  })

  it('sets the same marks and states the same heart rate, whatever the cycle', async () => {
    const made: MadeCycles = JSON.parse(await readFile(resolve(GOLDEN, 'marks.json'), 'utf8'))
    expect(made.cycles.length).toBeGreaterThanOrEqual(3)
    for (const { file, shape, ...marks } of made.cycles) {
      expectMarks(tensor(shape, await numbers(file)), made.layout, marks)
    }
  })

  it('notices a hum of one part in a thousand', async () => {
    const { file, arrays } = golden.recordings[0]!
    const { pcg } = await read(resolve(GOLDEN, file))
    const { windowLength, hopLength } = model.card.input
    const hum = pcg.samples.map((sample, n) => sample + 1e-3 * Math.sin((2 * Math.PI * 200 * n) / pcg.sampleRate))
    const { batch } = cutWindows(hum, windowLength, hopLength)
    const { abnormalLogit } = await model.predict(batch)
    expect(furthest(abnormalLogit.data, await numbers(arrays.abnormal_logit.file))).toBeGreaterThan(golden.tolerance)
  })
})

/** How far a copy may move the calibrated probability: what resampling adds, and what a lossy encoder changes for good. */
const BOUNDS = { '48k.flac': 0.002, mp3: 0.005, webm: 0.06, m4a: 0.065 }

describe('copies of a recording', () => {
  it.each(Object.entries(BOUNDS))('as %s move the answer by no more than %f', async (ending, bound) => {
    for (const name of ['b0052', 'e00038']) {
      const answers = []
      for (const path of [resolve(GOLDEN, `${name}.flac`), resolve(COPIES, `${name}.${ending}`)]) {
        const { pcg, clippedFraction } = await read(path)
        answers.push((await analyse(pcg, model, { clippedFraction })).analysis.answer)
      }
      const [original, copy] = answers
      expect(copy!.outcome).toBe(original!.outcome)
      expect(Math.abs(copy!.abnormalProbability - original!.abnormalProbability)).toBeLessThan(bound)
    }
  })
})
