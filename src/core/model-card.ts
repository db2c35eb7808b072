/**
 * The model card: everything about `models/heart-sound.onnx` that is not a weight.
 *
 * `models/heart-sound.json` holds it and `models/card.schema.json` checks it, in TypeScript and in Python alike.
 * No number of the card is repeated in code.
 */
export interface ModelCard {
  /** Version of this format. */
  schema: 3
  name: string
  version: string
  /** SHA-256 of the graph file, lower-case hex: a graph that does not match is refused. */
  sha256: string
  /** ISO 8601 date of the training run. */
  trainedOn: string
  licence: string
  /** Parameters and multiply-adds of one window, front end included. */
  size: { parameters: number; multiplyAdds: number; bytes: number }
  /** Median time of a window on one thread of the machine that exported it; largest difference from the trained network. */
  export: { medianMs: number; parity: number }
  input: { sampleRate: number; windowLength: number; hopLength: number; batchLength: number }
  spectrogram: TimeAxis & { bandEdgesHz: BandEdges[]; dynamicRangeDb: number }
  /** `rowsHz`: what each row of the evidence map covers, low bands first. */
  evidence: TimeAxis & { rowsHz: { lowHz: number; highHz: number }[] }
  cycle: CycleLayout
  /** Probability = 1 / (1 + exp(-(scale * logit + offset))), `logit` the mean over the usable windows. */
  calibration: { scale: number; offset: number }
  operatingPoints: OperatingPoint[]
  /** Name of the operating point that is used unless another is chosen. */
  defaultOperatingPoint: OperatingPointName
  murmur: MurmurRule
  quality: QualityRule
  bandwidth: BandwidthRule
  domain: DomainRule
  tuning: TuningRule
  /**
   * Calibrated probability against what was found, by networks that had not learned from the recording. The shares are
   * weighted to `baseRate`, whatever the recordings were.
   */
  reliability: Setting & { baseRate: number; bins: ReliabilityBin[] }
  curves: RocCurve[]
  data: TrainingData[]
  metrics: Metric[]
  /** Other models, judged by the same protocols: what was gained, and what a smaller form would cost. */
  alternatives: Alternative[]
  /** Plain statements of what the model cannot do, most important first. */
  limits: string[]
}

/** Seconds from the window's start to the centre of frame 0, and from one frame to the next. */
export interface TimeAxis {
  firstFrameCentreS: number
  hopS: number
}

/** What the parts of the heart's cycle are, in their order round it, and when each is given. */
export interface CycleLayout extends TimeAxis {
  /** Parts of each sound; its middle lies where the first of them ends. */
  firstSound: number[]
  secondSound: number[]
}

/** The triangle of one mel band: zero at `lowHz`, one at `centreHz`, zero at `highHz`. */
export interface BandEdges {
  lowHz: number
  centreHz: number
  highHz: number
}

export type OperatingPointName = 'miss-few' | 'balanced' | 'alarm-few'

/** A threshold on the calibrated probability, and the band around it in which no answer is given. */
export interface OperatingPoint extends Setting {
  name: OperatingPointName
  threshold: number
  cannotTell: { low: number; high: number }
  /**
   * Shares of recordings of about one score that are labelled abnormal, both kinds weighing alike: what each answer
   * promises. The band follows from it.
   */
  odds: { normalAtMost: number; abnormalAtLeast: number }
  /** With "cannot tell" switched off. */
  sensitivity: Estimate
  specificity: Estimate
  /** Fraction of recordings that are answered, and mean of sensitivity and specificity on those. */
  answered: Estimate
  answeredMacc: Estimate
}

/** The second question, whether a murmur is heard: a scale, a band and figures of its own. */
export interface MurmurRule extends Setting {
  /** As the card's own, for `murmur_logit`. */
  calibration: { scale: number; offset: number }
  threshold: number
  cannotTell: { low: number; high: number }
  /** With "cannot tell" switched off. */
  sensitivity: Estimate
  specificity: Estimate
  /** Fraction of recordings that are answered, and mean of sensitivity and specificity on those. */
  answered: Estimate
  answeredMacc: Estimate
  reliability: Setting & { baseRate: number; bins: MurmurBin[] }
}

/** A measured value and its 95 % interval. */
export interface Estimate {
  value: number
  low: number
  high: number
}

/** When a window counts as heart sound, and when a recording does. */
interface QualityRule {
  /** Probability of "usable" = 1 / (1 + exp(-(scale * quality_logit + offset))). */
  calibration: { scale: number; offset: number }
  /** A window at or above this probability is usable. */
  threshold: number
  /** Fraction of the windows that must be usable for an answer. */
  minUsableFraction: number
}

/** Which bands of a recording are heard, and what must be. */
export interface BandwidthRule {
  /** A band is heard where the level that it exceeds 5 % of the time lies within this of the loudest band's, dB. */
  rangeDb: number
  /** Treble is missing where no band centred at or above this is heard, Hz. Without bass answers stay as they were. */
  trebleHz: number
}

/** Distance of a recording to the training audio: root mean square of (embedding - mean) / deviation. */
export interface DomainRule {
  mean: number[]
  deviation: number[]
  /** Distances that 50 % and 99 % of the training recordings stay below. */
  median: number
  far: number
}

/** Where people lie at sensors that the network did not know, in log-odds on the card's scale: what holds a tuning back. */
export interface TuningRule {
  /** Between normal and abnormal people. */
  middle: number
  /** From normal to abnormal people. */
  distance: number
  /** Deviations of the people of one kind at one sensor. */
  normal: number
  abnormal: number
  /** Deviations of sensors from that middle, and from that distance. */
  between: { middle: number; distance: number }
}

export interface ReliabilityBin {
  low: number
  high: number
  /** Recordings in the bin, and as many of them as their weighted share labelled abnormal makes: no number of people. */
  count: number
  abnormal: number
  /** 95 % interval of the share: recordings do not all weigh alike, so that the count alone does not tell it. */
  interval: Interval
  meanProbability: number
}

export interface MurmurBin {
  low: number
  high: number
  /** As {@link ReliabilityBin}, of the share in which a murmur was heard. */
  count: number
  murmur: number
  interval: Interval
  meanProbability: number
}

/** From one probability to another. */
export interface Interval {
  low: number
  high: number
}

/** Both rates rise from 0 to 1, a corner a point. */
export interface RocCurve extends Setting {
  data: string
  /** Where it is of one database alone. */
  database?: string
  falsePositiveRate: number[]
  truePositiveRate: number[]
}

export interface Alternative {
  name: string
  about: string
  bytes: number
  metrics: Metric[]
}

interface TrainingData {
  name: string
  source: string
  licence: string
  recordings: number
  hours: number
  /** What was held out, in words. */
  heldOut: string
}

/** The protocols by their letters, as `docs/model.md` tells of them. */
export type Protocol = 'A' | 'B' | 'C' | 'D' | 'E' | 'F' | 'G' | 'H' | 'I' | 'J' | 'K' | 'L' | 'M' | 'N'

/** How a figure was measured. */
export interface Setting {
  protocol: Protocol | 'speed'
  /** What the networks had not heard before: official list, fold, database, random fifth; or what else was measured. */
  scope: 'official' | 'folds' | 'left-out' | 'random' | 'made-up' | 'one-thread'
  /** The same in words. */
  about: string
}

/** One figure with its setting: never a number without the data it was measured on. */
export interface Metric extends Estimate, Setting {
  /** What it was measured on, in words. */
  data: string
  /** Where it is of one database alone. */
  database?: string
  /** Where it is of the recordings of one condition. */
  condition?: string
  measure: string
  count: number
}
