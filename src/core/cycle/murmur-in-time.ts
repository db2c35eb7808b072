import { median } from '../median'
import type { Pcg } from '../pcg'
import type { MarkedBeat } from '../picture'
import { stftPower } from '../stft'

/** `holo`: throughout. */
type MurmurTiming = 'early' | 'mid' | 'late' | 'holo'

/** What sounds between the heart's sounds: measured, and no answer whether it is a murmur. */
export interface MurmurInTime {
  /** Between S1 and S2, or between S2 and the next S1: where it is louder. */
  phase: 'systole' | 'diastole'
  timing: MurmurTiming
  /** Its loudest moment above the quietest of the beat, and beside S1's loudest, dB. */
  aboveQuietDb: number
  besideS1Db: number
  /** The upper edge of the highest band in which it stands out, Hz; null where it does in none. */
  highestHz: number | null
}

/** Where murmurs lie; what is below is full of the heart's own sounds, among which S1 is measured. */
const BANDS_HZ = [100, 150, 220, 320, 450, 700]
const S1_BANDS_HZ = [25, 700]
/** Parts of a pause. The first and the last touch a sound. */
const SLOTS = 10
const INNER = { first: 1, end: 9 }
const FRAME_S = 0.032
const HOP_S = 0.008
const FEWEST_BEATS = 4
/** So much above the quietest: it lasts until the end, or it is heard in a band. Chosen on CirCor's holosystolic murmurs. */
const STANDS_OUT_DB = 6

/**
 * What sounds in the pauses of all beats: when, how loud, how high it reaches. How it swells and fades is not told:
 * against the experts' names for it that was no better than chance.
 *
 * Each pause is cut into ten parts; of each part and band the middle one of all beats counts, so that a knock in a few
 * beats is not heard. The quietest inner part of both pauses is the floor.
 *
 * @param beats that are marked, in order of time
 * @returns null of fewer than four beats whose both pauses are known
 */
export function murmurInTime(pcg: Pcg, beats: readonly MarkedBeat[]): MurmurInTime | null {
  const whole = beats.flatMap(({ s1, s2, rrS }) => (rrS === null ? [] : [{ s1, s2, nextS: s1.startS + rrS }]))
  if (whole.length < FEWEST_BEATS) return null
  const spectra = spectraOf(pcg)
  const [levels, loudness] = [bandPowers(spectra, BANDS_HZ), bandPowers(spectra, S1_BANDS_HZ)]
  const profile = (spans: readonly { fromS: number; toS: number }[]) =>
    Array.from({ length: SLOTS }, (_, slot) =>
      middle(spans.map(({ fromS, toS }) => levels.at(fromS + ((slot + 0.5) * (toS - fromS)) / SLOTS)))
    )
  const systole = profile(whole.map(({ s1, s2 }) => ({ fromS: s1.endS, toS: s2.startS })))
  const diastole = profile(whole.map(({ s2, nextS }) => ({ fromS: s2.endS, toS: nextS })))
  const s1 = middle(whole.map(({ s1 }) => loudness.loudest(s1.startS, s1.endS)))
  const inner = [...innerOf(systole), ...innerOf(diastole)]
  const floor = inner.reduce((quietest, bands) => (sum(bands) < sum(quietest) ? bands : quietest))
  const louder = peakOf(systole) >= peakOf(diastole) ? ('systole' as const) : ('diastole' as const)
  const heard = innerOf(louder === 'systole' ? systole : diastole)
  const overFloorDb = heard.map((bands) => decibels(sum(bands) / sum(floor)))
  const loudest = heard.reduce((most, bands) => (sum(bands) > sum(most) ? bands : most))
  const standing = loudest.flatMap((power, band) =>
    decibels(power / floor[band]!) >= STANDS_OUT_DB ? [BANDS_HZ[band + 1]!] : []
  )
  return {
    phase: louder,
    timing: timingOf(overFloorDb),
    aboveQuietDb: Math.max(...overFloorDb),
    besideS1Db: decibels(sum(loudest) / sum(s1)),
    highestHz: standing.at(-1) ?? null
  }
}

/** @param overFloorDb of the inner parts, in order of time */
function timingOf(overFloorDb: readonly number[]): MurmurTiming {
  const [early, mid, late] = thirdsOf(overFloorDb)
  if (Math.min(early, mid, late) >= STANDS_OUT_DB) return 'holo'
  if (early >= mid && early >= late) return 'early'
  return mid >= late ? 'mid' : 'late'
}

function thirdsOf(values: readonly number[]): [number, number, number] {
  const third = (part: number) => {
    const piece = values.slice(Math.floor((part * values.length) / 3), Math.ceil(((part + 1) * values.length) / 3))
    return sum(piece) / piece.length
  }
  return [third(0), third(1), third(2)]
}

function innerOf(slots: readonly number[][]): number[][] {
  return slots.slice(INNER.first, INNER.end)
}

function peakOf(slots: readonly number[][]): number {
  return Math.max(...innerOf(slots).map(sum))
}

/** The middle one of each band. */
function middle(spectra: readonly (readonly number[])[]): number[] {
  return spectra[0]!.map((_, band) => median(spectra.map((bands) => bands[band]!)))
}

interface Spectra {
  power: Float32Array
  frameCount: number
  binCount: number
  /** From one bin to the next. */
  binHz: number
}

function spectraOf({ samples, sampleRate }: Pcg): Spectra {
  const length = Math.round(FRAME_S * sampleRate)
  const hopLength = Math.round(HOP_S * sampleRate)
  const window = Float64Array.from({ length }, (_, n) => 0.5 - 0.5 * Math.cos((2 * Math.PI * (n + 0.5)) / length))
  const fftSize = 2 * 2 ** Math.ceil(Math.log2(length))
  return { ...stftPower(samples, window, { fftSize, hopLength }), binHz: sampleRate / fftSize }
}

/** The power of each band, between one edge and the next, over time. */
function bandPowers({ power, frameCount, binCount, binHz }: Spectra, edgesHz: readonly number[]) {
  const bandAt = (frame: number, band: number) => {
    const [low, high] = [edgesHz[band]!, edgesHz[band + 1]!].map((hertz) => Math.round(hertz / binHz))
    let total = 0
    for (let bin = low!; bin < high!; bin++) total += power[frame * binCount + bin]!
    return total
  }
  const frameOf = (timeS: number) => Math.min(frameCount - 1, Math.max(0, Math.round((timeS - FRAME_S / 2) / HOP_S)))
  const at = (timeS: number) => {
    const frame = frameOf(timeS)
    // Digital silence has no loudness in decibels.
    return edgesHz.slice(1).map((_, band) => bandAt(frame, band) + 1e-12)
  }
  const loudest = (fromS: number, toS: number) => {
    const frames = Array.from({ length: Math.max(1, frameOf(toS) - frameOf(fromS)) }, (_, n) => at(fromS + n * HOP_S))
    return frames.reduce((most, bands) => (sum(bands) > sum(most) ? bands : most))
  }
  return { at, loudest }
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}

function decibels(ratio: number): number {
  return 10 * Math.log10(ratio)
}
