import { ENVELOPE_RATE, homomorphicEnvelope } from './envelope'
import { HEARD_RATE_HZ } from './pcg'
import { findPeriodicity } from './periodicity'
import { ResamplingStream } from './resample'
import { BEAT_HEIGHT } from './sound-limits'

/** What can be said of the heart while it is being recorded. */
export interface LiveBeat {
  /** Seconds of one cycle. */
  cycleS: number
  /** When the next beat is expected, in seconds since the first sample. */
  nextBeatS: number
  /** Autocorrelation of the envelope at the beat, 0 to 1. */
  height: number
}

/** Long enough for three beats at 40 a minute; short enough to forget that the phone was moved. */
const MEMORY_S = 5
/** Two slow beats: below this nothing can be told to repeat. */
const SHORTEST_S = 3
/** The envelope is looked at anew this often. */
const STEP_S = 0.25

/** Listens along while a take is made, and says whether something beats in it, and when it beats next. */
export class BeatTracker {
  private readonly toHeardRate: ResamplingStream
  private memory = new Float32Array(0)
  private heard = 0
  private lookedAt = 0
  private current: LiveBeat | null = null

  /**
   * @param sampleRate of the samples to come
   * @throws {RangeError} when that rate cannot be resampled
   */
  constructor(sampleRate: number) {
    this.toHeardRate = new ResamplingStream(sampleRate, HEARD_RATE_HZ)
  }

  /** @returns the beat as it stands now; null while none is heard */
  push(samples: Float32Array): LiveBeat | null {
    this.remember(this.toHeardRate.push(samples))
    if (this.heard - this.lookedAt >= STEP_S * HEARD_RATE_HZ && this.memory.length >= SHORTEST_S * HEARD_RATE_HZ) {
      this.lookedAt = this.heard
      this.current = this.look()
    }
    return this.current
  }

  private remember(samples: Float32Array): void {
    const kept = Math.min(this.memory.length, Math.max(0, MEMORY_S * HEARD_RATE_HZ - samples.length))
    const memory = new Float32Array(kept + samples.length)
    memory.set(this.memory.subarray(this.memory.length - kept))
    memory.set(samples, kept)
    this.memory = memory
    this.heard += samples.length
  }

  private look(): LiveBeat | null {
    const envelope = homomorphicEnvelope({ samples: this.memory, sampleRate: HEARD_RATE_HZ })
    const { cycleS, height } = findPeriodicity(envelope)
    if (height < BEAT_HEIGHT.live) return null
    const startS = (this.heard - this.memory.length) / HEARD_RATE_HZ
    const nowS = this.heard / HEARD_RATE_HZ
    const phaseS = startS + loudestPhase(envelope.values, cycleS)
    return { cycleS, height, nextBeatS: phaseS + Math.ceil((nowS - phaseS) / cycleS) * cycleS }
  }
}

/** The place in the cycle, in seconds, at which the envelope is loudest when all cycles are laid over each other. */
function loudestPhase(values: Float64Array, cycleS: number): number {
  const cycle = cycleS * ENVELOPE_RATE
  let best = 0
  let bestMean = Number.NEGATIVE_INFINITY
  for (let phase = 0; phase < cycle; phase++) {
    let sum = 0
    let count = 0
    for (let at = phase; Math.round(at) < values.length; at += cycle) {
      sum += values[Math.round(at)]!
      count++
    }
    if (count > 0 && sum / count > bestMean) {
      bestMean = sum / count
      best = phase
    }
  }
  return (best + 0.5) / ENVELOPE_RATE
}
