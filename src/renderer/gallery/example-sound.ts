import { averageBeats } from '../../core/cycle/averaged-beat'
import { loudnessOf } from '../../core/cycle/loudness'
import type { BandEdges } from '../../core/model-card'
import type { Pcg } from '../../core/pcg'
import { type MarkedBeat, notDrawn, type Picture, pictureOfBeats } from '../../core/picture'
import { resample } from '../../core/resample'
import { stftPower } from '../../core/stft'
import { encodeWav } from '../../core/wav'
import { drawWaveform } from '../../core/waveform'
import type { RecordingSound } from '../sound/use-recording-sound'

const SAMPLE_RATE = 2000
/** Browsers refuse to play 2 kHz. */
const PLAYED_RATE = 8000
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

/** Middles of the two sounds within a beat, seconds. */
const S1_S = 0.07
const S2_S = 0.38

/**
 * A made heart sound with its pictures, as the host would give it.
 *
 * @param murmur its loudness between the two sounds, full scale being 1
 */
export function exampleSound(durationS: number, heartRateBpm: number, murmur: number): RecordingSound {
  const cycleS = 60 / heartRateBpm
  const pcg = heartSound(durationS, cycleS, murmur)
  const spectrogram = logMelOf(pcg)
  const beats = Array.from({ length: Math.floor(durationS / cycleS) }, (_, beat): MarkedBeat => {
    const [s1S, s2S] = [beat * cycleS + S1_S, beat * cycleS + S2_S]
    return {
      ...{ s1S, s2S, sureness: 0.9, alignedS: s1S, rrS: cycleS },
      s1: { startS: s1S - 0.06, endS: s1S + 0.06 },
      s2: { startS: s2S - 0.05, endS: s2S + 0.05 }
    }
  })
  const played = encodeWav(resample(pcg, PLAYED_RATE), { bitDepth: 16 })
  return {
    url: URL.createObjectURL(new Blob([played], { type: 'audio/wav' })),
    pictures: {
      status: 'ready',
      pictures: {
        waveform: drawWaveform(pcg),
        spectrogram,
        'evidence-map': evidenceMapOf(durationS),
        'murmur-evidence-map': murmurEvidenceMapOf(durationS, cycleS, murmur > 0),
        beats: pictureOfBeats(beats),
        'averaged-beat': averageBeats(loudnessOf(pcg), spectrogram, beats)?.picture ?? notDrawn('averaged-beat')
      }
    },
    evidence: { isShown: true, toggle: () => {} },
    loadSamples: async (first, count) => pcg.samples.slice(first, first + count)
  }
}

/** Beats as even as a clock's, so that the marks are where the sounds are. */
function heartSound(durationS: number, cycleS: number, murmur: number): Pcg {
  const random = noise(7)
  const samples = Float32Array.from({ length: durationS * SAMPLE_RATE }, (_, n) => {
    const timeS = n / SAMPLE_RATE
    const inCycleS = timeS % cycleS
    const tone = (middleS: number, hertz: number, widthS: number) =>
      Math.exp(-(((inCycleS - middleS) / widthS) ** 2)) * Math.sin(2 * Math.PI * hertz * inCycleS)
    const isSystole = inCycleS > 0.14 && inCycleS < 0.34
    const breath = 0.85 + 0.15 * Math.sin(2 * Math.PI * 0.25 * timeS)
    const sounds = breath * (0.5 * tone(S1_S, 48, 0.03) + 0.36 * tone(S2_S, 70, 0.022))
    return sounds + (isSystole ? murmur * random() * Math.sin(2 * Math.PI * 180 * timeS) : 0) + 0.004 * random()
  })
  return { samples, sampleRate: SAMPLE_RATE }
}

/** Repeatable noise: linear congruential, Numerical Recipes. */
function noise(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 31 - 1
  }
}

function logMelOf({ samples, sampleRate }: Pcg): Picture<'spectrogram'> {
  const hann = Float64Array.from({ length: FRAME }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * n) / FRAME))
  const { power, frameCount, binCount } = stftPower(samples, hann, { fftSize: FRAME, hopLength: HOP })
  const data = new Float32Array(BANDS * frameCount)
  for (const [band, { lowHz, centreHz, highHz }] of BAND_EDGES.entries()) {
    for (let frame = 0; frame < frameCount; frame++) {
      let sum = 1e-10
      for (let bin = 0; bin < binCount; bin++) {
        const hertz = (bin * sampleRate) / FRAME
        const weight = Math.min((hertz - lowHz) / (centreHz - lowHz), (highHz - hertz) / (highHz - centreHz))
        if (weight > 0) sum += weight * power[frame * binCount + bin]!
      }
      data[band * frameCount + frame] = 10 * Math.log10(sum)
    }
  }
  return {
    kind: 'spectrogram',
    dims: [BANDS, frameCount],
    data,
    firstS: FRAME / 2 / sampleRate,
    hopS: HOP / sampleRate
  }
}

/** What each instant brings. */
function evidenceOf(durationS: number) {
  const hopS = 0.064
  const data = Float32Array.from({ length: Math.floor(durationS / hopS) }, (_, frame) => {
    const timeS = frame * hopS
    return 1.4 * Math.sin(timeS / 2.1) + 0.9 * Math.sin(timeS * 7.3) + 0.4
  })
  return { data, firstS: hopS / 2, hopS }
}

/** Where a murmur is, in systole and the upper rows; where none is, everything pulls away from one. */
function murmurEvidenceMapOf(durationS: number, cycleS: number, isHeard: boolean): Picture<'murmur-evidence-map'> {
  const { data: sums, firstS, hopS } = evidenceOf(durationS)
  const shares = [0.02, 0.1, 0.45, 0.35, 0.08]
  const data = Float32Array.from(
    shares.flatMap((share) =>
      Array.from(sums, (_, frame) => {
        const inCycleS = (firstS + frame * hopS) % cycleS
        const isSystole = inCycleS > S1_S && inCycleS < S2_S
        return share * (isHeard ? (isSystole ? 1.2 : -0.1) : -0.6)
      })
    )
  )
  return { kind: 'murmur-evidence-map', dims: [shares.length, sums.length], data, firstS, hopS }
}

/** Louder in the middle rows, so that there is something to see. */
function evidenceMapOf(durationS: number): Picture<'evidence-map'> {
  const { data: sums, firstS, hopS } = evidenceOf(durationS)
  const shares = [0.1, 0.35, 0.3, 0.2, 0.05]
  const data = Float32Array.from(shares.flatMap((share) => [...sums].map((sum) => share * sum)))
  return { kind: 'evidence-map', dims: [shares.length, sums.length], data, firstS, hopS }
}
