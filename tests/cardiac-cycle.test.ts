import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyse, type Model } from '../src/core/analyse'
import type { Analysis } from '../src/core/analysis'
import { findBeats } from '../src/core/cardiac-cycle'
import { homomorphicEnvelope } from '../src/core/envelope'
import type { Pcg } from '../src/core/pcg'
import { type Beat, beatsOf } from '../src/core/picture'
import { tensor } from '../src/core/tensor'
import { loadModel } from '../src/main/analysis/ort-model'
import { decode } from '../src/main/decode/decode'

const SAMPLES = resolve(import.meta.dirname, '..', 'resources', 'samples')

interface Heard {
  pcg: Pcg
  analysis: Analysis
  beats: Beat[]
}

let model: Model
let all: Heard[]
beforeAll(async () => {
  model = await loadModel(resolve(import.meta.dirname, '..', 'models'))
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.flac'))
  all = await Promise.all(names.map(async (name) => hear(await readFile(resolve(SAMPLES, name)))))
})

async function hear(bytes: Uint8Array): Promise<Heard> {
  const { pcg, clippedFraction } = await decode(bytes, { targetRate: model.card.input.sampleRate })
  const { analysis, pictures } = await analyse(pcg, model, { clippedFraction })
  return { pcg, analysis, beats: beatsOf(pictures.beats) }
}

const median = (values: readonly number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const marked = () => all.filter(({ beats }) => beats.length > 0)

describe('S1 and S2 in real recordings', () => {
  it('are marked in most of them, and in none that holds no usable heart sound', () => {
    expect(marked().length).toBeGreaterThanOrEqual(all.length / 2)
    for (const { analysis, beats } of all) if (!analysis.quality.usable) expect(beats).toEqual([])
  })

  it('come as often as the loudness repeats, which knows nothing of the network', () => {
    for (const { beats, analysis } of marked()) {
      const lengths = beats.slice(1).map(({ s1S }, index) => s1S - beats[index]!.s1S)
      const bpm = 60 / median(lengths)
      if (analysis.heartRate) expect(Math.abs(bpm - analysis.heartRate.valueBpm)).toBeLessThan(0.06 * bpm)
    }
  })

  it('stand on sounds: it is louder there than between them', () => {
    for (const { pcg, beats } of marked()) {
      const { values, sampleRate } = homomorphicEnvelope(pcg)
      const loudness = (timeS: number) => values[Math.min(values.length - 1, Math.round(timeS * sampleRate))]!
      const onSounds = average(beats.flatMap(({ s1S, s2S }) => [loudness(s1S), loudness(s2S)]))
      const inDiastole = average(beats.map(({ s1S, s2S }) => loudness(s2S + 0.75 * (s2S - s1S))))
      expect(onSounds).toBeGreaterThan(1.3 * inDiastole)
    }
  })

  it('are not found in noise, even though nobody asked whether it is a heart', async () => {
    const layout = { startsS: [0, 5], windowS: 5, durationS: 10 }
    for (let seed = 1; seed <= 12; seed++) {
      const random = lcg(7919 * seed)
      // White, and ever more like a rumble.
      const memory = 0.3 * (seed % 4)
      let last = 0
      const samples = Float32Array.from({ length: 20_000 }, () => {
        last = memory * last + 0.1 * random()
        return last
      })
      const { cycle } = await model.predict(tensor([2, 10_000], samples))
      expect(findBeats(cycle, model.card.cycle, layout, [true, true]), `seed ${seed}`).toEqual([])
    }
  })
})

/** Repeatable noise, -1 to 1: linear congruential, Numerical Recipes. */
function lcg(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}
