import { readdir, readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { analyse, type Model } from '../src/core/analyse'
import type { Analysis } from '../src/core/analysis'
import { hearBeats } from '../src/core/cardiac-cycle'
import { homomorphicEnvelope } from '../src/core/envelope'
import { heartRateOf } from '../src/core/heart-rate'
import type { Pcg } from '../src/core/pcg'
import { findPeriodicity, rateOf } from '../src/core/periodicity'
import { type Beat, beatsOf, type Picture } from '../src/core/picture'
import { simulateHeart } from '../src/core/simulate'
import { cutWindows } from '../src/core/windows'
import { loadModel } from '../src/main/analysis/ort-model'
import { decode } from '../src/main/decode/decode'

const SAMPLES = resolve(import.meta.dirname, '..', 'resources', 'samples')

/** A heart whose sounds hardly stand out of the noise. */
const UNCLEAR = 'e00032'

interface Heard {
  name: string
  pcg: Pcg
  analysis: Analysis
  beats: Beat[]
  averaged: Picture<'averaged-beat'>
}

let model: Model
let all: Heard[]
beforeAll(async () => {
  model = await loadModel(resolve(import.meta.dirname, '..', 'models'))
  const names = (await readdir(SAMPLES)).filter((name) => name.endsWith('.flac'))
  all = await Promise.all(
    names.map(async (name) => ({ name, ...(await hear(await readFile(resolve(SAMPLES, name)))) }))
  )
})

async function hear(bytes: Uint8Array): Promise<Omit<Heard, 'name'>> {
  const { pcg, clippedFraction } = await decode(bytes, { targetRate: model.card.input.sampleRate })
  const { analysis, pictures } = await analyse(pcg, model, { clippedFraction })
  return { pcg, analysis, beats: beatsOf(pictures.beats), averaged: pictures['averaged-beat'] }
}

const average = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
const marked = () => all.filter(({ beats }) => beats.length > 0)

describe('S1 and S2 in real recordings', () => {
  it('are marked, nearly all of them, wherever there is a heart to be heard', () => {
    expect(marked().length).toBeGreaterThanOrEqual(all.length - 1)
    for (const { analysis, beats } of all) {
      if (!analysis.quality.usable) expect(beats).toEqual([])
      else expect(beats.length).toBeGreaterThan(0.8 * analysis.quality.beats!.count)
    }
  })

  it('are laid over each other: most are alike, and what is averaged is as loud where the sounds are', () => {
    for (const { analysis, beats, averaged } of marked()) {
      const { rhythm, averaged: summary } = analysis.cycle!
      expect(summary!.used).toBeGreaterThan(0.6 * beats.length)
      expect(60 / rhythm!.rrS).toBeCloseTo(analysis.heartRate!.valueBpm, -1)
      const { dims, data, firstS, hopS } = averaged
      const at = (lagS: number) => data[Math.round((lagS - firstS) / hopS)]!
      const loudest = Math.max(...data.subarray(0, dims[1]))
      expect(at(0)).toBeGreaterThan(0.3 * loudest)
    }
  })

  it('come as often as the loudness repeats, which knows nothing of the network', () => {
    for (const { pcg, analysis } of marked()) {
      const repeating = rateOf(findPeriodicity(homomorphicEnvelope(pcg)))?.valueBpm
      const bpm = analysis.heartRate?.valueBpm
      expect(bpm).toBeDefined()
      if (repeating) expect(Math.abs(bpm! - repeating)).toBeLessThan(0.06 * repeating)
    }
  })

  it('stand on sounds: it is louder there than between them', () => {
    for (const { name, pcg, beats } of marked()) {
      const { values, sampleRate } = homomorphicEnvelope(pcg)
      const loudness = (timeS: number) => values[Math.min(values.length - 1, Math.round(timeS * sampleRate))]!
      const onSounds = average(beats.flatMap(({ s1S, s2S }) => [loudness(s1S), loudness(s2S)]))
      const inDiastole = average(beats.map(({ s1S, s2S }) => loudness(s2S + 0.75 * (s2S - s1S))))
      expect(onSounds, name).toBeGreaterThan((name.startsWith(UNCLEAR) ? 1.1 : 1.3) * inDiastole)
    }
  })

  it('are not marked in noise, and make no heart rate even where nobody asks whether it is a heart', async () => {
    const layout = { startsS: [0, 2.5, 5], windowS: 5, durationS: 10 }
    for (let seed = 1; seed <= 12; seed++) {
      const random = lcg(7919 * seed)
      // White, and ever more like a rumble.
      const memory = 0.3 * (seed % 4)
      let last = 0
      const samples = Float32Array.from({ length: 20_000 }, () => {
        last = memory * last + 0.1 * random()
        return last
      })
      const { pictures } = await analyse({ samples, sampleRate: 2000 }, model, { clippedFraction: 0 })
      expect(beatsOf(pictures.beats), `seed ${seed}`).toEqual([])
      const { cycle } = await model.predict(cutWindows(samples, 10_000, 5000).batch)
      const heard = hearBeats(cycle, model.card.cycle, layout, [true, true, true])
      expect(heartRateOf(heard), `seed ${seed}`).toBeNull()
    }
  })
})

describe('the heart rate of made hearts', () => {
  it.each([40, 55, 72, 100, 130, 145, 160, 175, 190, 205, 220])('is right or not stated: %i a minute', async (bpm) => {
    for (const murmur of ['none', 'systolic', 'diastolic'] as const) {
      const settings = { heartRateBpm: bpm, murmur, murmurLevelDb: -10, noiseLevelDb: -30, durationS: 10, seed: bpm }
      const heart = simulateHeart({ ...settings, sampleRate: 2000 })
      const { heartRate, quality } = (await analyse(heart, model, { clippedFraction: 0 })).analysis
      expect(quality.reasons, murmur).not.toContain('no-beat')
      if (heartRate) expect(Math.abs(heartRate.valueBpm - bpm), murmur).toBeLessThan(5)
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
