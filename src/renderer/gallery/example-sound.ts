import type { BandEdges } from '../../core/model-card'
import { type Picture, type Pictures, pictureOfBeats } from '../../core/picture'
import type { RecordingSound } from '../sound/use-recording-sound'

/** A made heart sound with its pictures, so that the living page needs no host. Nothing here reaches the packed app. */
export interface ExampleSound {
  samples: Float32Array
  pictures: Pictures
}

export const SAMPLE_RATE = 2000
const FRAME = 256
const HOP = 32
const BANDS = 40

/** Mel bands from 25 to 800 Hz. @source O'Shaughnessy 1987, m = 2595 lg(1 + f/700) */
export const BAND_EDGES: BandEdges[] = Array.from({ length: BANDS }, (_, band) => ({
  lowHz: melToHz(band),
  centreHz: melToHz(band + 1),
  highHz: melToHz(band + 2)
}))

function melToHz(knot: number): number {
  const [low, high] = [25, 800].map((hertz) => 2595 * Math.log10(1 + hertz / 700)) as [number, number]
  return 700 * (10 ** ((low + ((high - low) * knot) / (BANDS + 1)) / 2595) - 1)
}

/** Repeatable noise: linear congruential, Numerical Recipes. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

export function exampleSound(durationS: number, heartRateBpm: number, murmur: number): ExampleSound {
  const samples = new Float32Array(durationS * SAMPLE_RATE)
  const random = noise(7)
  const cycleS = 60 / heartRateBpm
  for (let n = 0; n < samples.length; n++) {
    const timeS = n / SAMPLE_RATE
    const inCycleS = timeS % cycleS
    const tone = (startS: number, hertz: number, widthS: number) =>
      Math.exp(-(((inCycleS - startS) / widthS) ** 2)) * Math.sin(2 * Math.PI * hertz * inCycleS)
    const isSystole = inCycleS > 0.14 && inCycleS < 0.34
    const breath = 0.85 + 0.15 * Math.sin(2 * Math.PI * 0.25 * timeS)
    samples[n] =
      breath * (0.5 * tone(0.07, 48, 0.03) + 0.36 * tone(0.38, 70, 0.022)) +
      (isSystole ? murmur * random() * Math.sin(2 * Math.PI * 180 * timeS) : 0) +
      0.004 * random()
  }
  return {
    samples,
    pictures: {
      waveform: waveformOf(samples),
      spectrogram: logMelOf(samples),
      evidence: evidenceOf(durationS),
      'evidence-map': evidenceMapOf(durationS),
      beats: pictureOfBeats(
        Array.from({ length: Math.floor(durationS / cycleS) }, (_, beat) => ({
          s1S: beat * cycleS + 0.07,
          s2S: beat * cycleS + 0.38
        }))
      )
    }
  }
}

function waveformOf(samples: Float32Array): Picture<'waveform'> {
  const columnLength = 10
  const data = new Float32Array((2 * samples.length) / columnLength)
  for (let column = 0; column < data.length / 2; column++) {
    const part = samples.subarray(column * columnLength, (column + 1) * columnLength)
    data.set([Math.min(...part), Math.max(...part)], 2 * column)
  }
  return { kind: 'waveform', dims: [data.length / 2, 2], data, firstS: 0, hopS: columnLength / SAMPLE_RATE }
}

function logMelOf(samples: Float32Array): Picture<'spectrogram'> {
  const frameCount = Math.floor((samples.length - FRAME) / HOP) + 1
  const data = new Float32Array(BANDS * frameCount)
  const bins = FRAME / 2
  const power = new Float64Array(bins)
  for (let frame = 0; frame < frameCount; frame++) {
    for (let bin = 0; bin < bins; bin++) power[bin] = binPower(samples, frame * HOP, bin)
    BAND_EDGES.forEach(({ lowHz, centreHz, highHz }, band) => {
      let sum = 1e-10
      for (let bin = 0; bin < bins; bin++) {
        const hertz = (bin * SAMPLE_RATE) / FRAME
        const rising = (hertz - lowHz) / (centreHz - lowHz)
        const falling = (highHz - hertz) / (highHz - centreHz)
        sum += power[bin]! * Math.max(0, Math.min(rising, falling))
      }
      data[band * frameCount + frame] = 10 * Math.log10(sum)
    })
  }
  return {
    kind: 'spectrogram',
    dims: [BANDS, frameCount],
    data,
    firstS: FRAME / 2 / SAMPLE_RATE,
    hopS: HOP / SAMPLE_RATE
  }
}

const WINDOW = Float64Array.from({ length: FRAME }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / FRAME))
const COSINE = Float64Array.from({ length: FRAME }, (_, n) => Math.cos((2 * Math.PI * n) / FRAME))
/** A quarter turn on. */
const QUARTER = FRAME / 4

function binPower(samples: Float32Array, start: number, bin: number): number {
  let [real, imaginary] = [0, 0]
  for (let n = 0; n < FRAME; n++) {
    const value = samples[start + n]! * WINDOW[n]!
    const turn = (bin * n) % FRAME
    real += value * COSINE[turn]!
    imaginary += value * COSINE[(turn + QUARTER) % FRAME]!
  }
  return (real * real + imaginary * imaginary) / QUARTER ** 2
}

function evidenceOf(durationS: number): Picture<'evidence'> {
  const hopS = 0.064
  const data = Float32Array.from({ length: Math.floor(durationS / hopS) }, (_, frame) => {
    const timeS = frame * hopS
    return 1.4 * Math.sin(timeS / 2.1) + 0.9 * Math.sin(timeS * 7.3) + 0.4
  })
  return { kind: 'evidence', dims: [1, data.length], data, firstS: hopS / 2, hopS }
}

/** Louder in the middle rows, so that there is something to see. */
function evidenceMapOf(durationS: number): Picture<'evidence-map'> {
  const { data: sums, firstS, hopS } = evidenceOf(durationS)
  const shares = [0.1, 0.35, 0.3, 0.2, 0.05]
  const data = Float32Array.from(shares.flatMap((share) => [...sums].map((sum) => share * sum)))
  return { kind: 'evidence-map', dims: [shares.length, sums.length], data, firstS, hopS }
}

/** As the host would give it. */
export function heard({ samples, pictures }: ExampleSound): RecordingSound {
  return {
    url: wavUrl(samples),
    pictures: { status: 'ready', pictures },
    loadSamples: async (first, count) => samples.slice(first, first + count)
  }
}

/** The sound as a 16-bit WAV that browsers play: at four times its rate, since they refuse 2 kHz. */
function wavUrl(samples: Float32Array): string {
  const rate = 4 * SAMPLE_RATE
  const view = new DataView(new ArrayBuffer(44 + 8 * samples.length))
  const text = (offset: number, value: string) => {
    for (let index = 0; index < value.length; index++) view.setUint8(offset + index, value.charCodeAt(index))
  }
  text(0, 'RIFF')
  view.setUint32(4, 36 + 8 * samples.length, true)
  text(8, 'WAVEfmt ')
  view.setUint32(16, 16, true)
  view.setUint16(20, 1, true)
  view.setUint16(22, 1, true)
  view.setUint32(24, rate, true)
  view.setUint32(28, 2 * rate, true)
  view.setUint16(32, 2, true)
  view.setUint16(34, 16, true)
  text(36, 'data')
  view.setUint32(40, 8 * samples.length, true)
  for (let n = 0; n < 4 * samples.length; n++) view.setInt16(44 + 2 * n, 32767 * samples[n >> 2]!, true)
  return URL.createObjectURL(new Blob([view.buffer], { type: 'audio/wav' }))
}
