import type { Metric, ModelCard, OperatingPoint, Setting } from '../../core/model-card'
import { BAND_EDGES } from './example-sound'

/** Realistic values for the living page. None of them is a measurement of the shipped network. */

const about = (value: number) => ({ value, low: value - 0.05, high: value + 0.04 })

function point(
  name: OperatingPoint['name'],
  threshold: number,
  sensitivity: number,
  specificity: number
): OperatingPoint {
  return {
    name,
    threshold,
    cannotTell: { low: threshold - 0.12, high: threshold + 0.12 },
    odds: { normalAtMost: 0.25, abnormalAtLeast: 0.75 },
    sensitivity: about(sensitivity),
    specificity: about(specificity),
    answered: about(0.83),
    answeredMacc: about(0.89),
    ...exampleOf('A', 'official')
  }
}

function exampleOf(protocol: Setting['protocol'], scope: Setting['scope']): Setting {
  return { protocol, scope, about: 'example values of the living page' }
}

function metric(setting: Setting, data: string, measure: string, count: number, value: number): Metric {
  return { ...setting, data, measure, count, ...about(value) }
}

function area(setting: Setting, database: string, count: number, value: number): Metric {
  return { ...metric(setting, `database ${database}`, 'AUC', count, value), database }
}

const OFFICIAL = exampleOf('A', 'official')
const LEFT_OUT = exampleOf('B', 'left-out')

export const exampleCard: ModelCard = {
  schema: 3,
  name: 'heart-sound',
  version: '0.1.0',
  sha256: '9f0c2a6f6f4f4e1db1c8f6b0f6a5b9d3f0e1c2d3a4b5c6d7e8f90a1b2c3d4e5f',
  trainedOn: '2026-11-22',
  licence: 'MIT',
  size: { parameters: 61_234, multiplyAdds: 21_400_000, bytes: 312_000 },
  export: { medianMs: 1.3, parity: 3e-5 },
  input: { sampleRate: 2000, windowLength: 10_000, hopLength: 5_000, batchLength: 8 },
  spectrogram: { firstFrameCentreS: 0.064, hopS: 0.016, bandEdgesHz: BAND_EDGES, dynamicRangeDb: 80 },
  evidence: {
    firstFrameCentreS: 0.032,
    hopS: 0.064,
    rowsHz: [0, 8, 16, 24, 32].map((band) => ({
      lowHz: BAND_EDGES[band]!.lowHz,
      highHz: BAND_EDGES[band + 7]!.highHz
    }))
  },
  cycle: { firstFrameCentreS: 0.064, hopS: 0.032, firstSound: [0, 1], secondSound: [6, 7] },
  calibration: { scale: 1, offset: 0 },
  operatingPoints: [
    point('miss-few', 0.32, 0.93, 0.71),
    point('balanced', 0.5, 0.85, 0.84),
    point('alarm-few', 0.68, 0.72, 0.94)
  ],
  defaultOperatingPoint: 'balanced',
  murmur: {
    calibration: { scale: 1, offset: 0 },
    threshold: 0.44,
    cannotTell: { low: 0.3, high: 0.6 },
    sensitivity: about(0.88),
    specificity: about(0.91),
    answered: about(0.92),
    answeredMacc: about(0.93),
    reliability: {
      ...exampleOf('K', 'folds'),
      baseRate: 0.21,
      bins: [
        { low: 0, high: 0.2, count: 1450, murmur: 44, interval: { low: 0.02, high: 0.04 }, meanProbability: 0.07 },
        { low: 0.2, high: 0.6, count: 260, murmur: 98, interval: { low: 0.32, high: 0.44 }, meanProbability: 0.38 },
        { low: 0.6, high: 1, count: 340, murmur: 301, interval: { low: 0.85, high: 0.91 }, meanProbability: 0.88 }
      ]
    },
    ...exampleOf('K', 'folds')
  },
  quality: { calibration: { scale: 1, offset: 0 }, threshold: 0.5, minUsableFraction: 0.3 },
  bandwidth: { rangeDb: 60, trebleHz: 350 },
  tuning: { middle: 0.2, distance: 2, normal: 1, abnormal: 2, between: { middle: 0.8, distance: 1 } },
  domain: { mean: [], deviation: [], median: 0.98, far: 1.6 },
  reliability: {
    ...OFFICIAL,
    baseRate: 0.5,
    bins: [
      { low: 0, high: 0.2, count: 90, abnormal: 6, interval: { low: 0.03, high: 0.14 }, meanProbability: 0.09 },
      { low: 0.2, high: 0.6, count: 81, abnormal: 34, interval: { low: 0.32, high: 0.53 }, meanProbability: 0.41 },
      { low: 0.6, high: 1, count: 130, abnormal: 111, interval: { low: 0.78, high: 0.9 }, meanProbability: 0.87 }
    ]
  },
  curves: [
    {
      ...OFFICIAL,
      data: 'all databases',
      falsePositiveRate: [0, 0.02, 0.1, 0.25, 0.5, 1],
      truePositiveRate: [0, 0.35, 0.78, 0.92, 0.98, 1]
    },
    {
      ...OFFICIAL,
      data: 'database a',
      database: 'a',
      falsePositiveRate: [0, 0.1, 0.3, 0.6, 1],
      truePositiveRate: [0, 0.4, 0.75, 0.9, 1]
    }
  ],
  data: [
    {
      name: 'PhysioNet/CinC Challenge 2016',
      source: 'physionet.org/content/challenge-2016',
      licence: 'ODC-BY 1.0',
      recordings: 2939,
      hours: 18.4,
      heldOut: '301 recordings of the official validation list'
    }
  ],
  metrics: [
    metric(OFFICIAL, 'all databases', 'AUC', 301, 0.92),
    metric(OFFICIAL, 'all databases', 'MAcc', 301, 0.84),
    area(OFFICIAL, 'a', 80, 0.8),
    area(OFFICIAL, 'b', 98, 0.79),
    area(LEFT_OUT, 'a', 409, 0.71),
    area(LEFT_OUT, 'b', 490, 0.64),
    area(LEFT_OUT, 'f', 114, 0.48),
    metric(exampleOf('C', 'random'), 'all databases', 'AUC', 648, 0.97),
    metric(exampleOf('D', 'folds'), 'database a', 'ECE', 329, 0.05),
    metric(exampleOf('E', 'made-up'), 'silence', 'refused', 60, 0.96),
    metric(exampleOf('E', 'made-up'), 'made-up hearts', 'kept', 60, 0.95),
    metric(exampleOf('J', 'folds'), 'database c, abnormal', 'kept', 45, 0.96),
    metric(exampleOf('K', 'folds'), 'people', 'AUC', 557, 0.95),
    metric(exampleOf('M', 'official'), 'low-passed at 150 Hz', 'turned to the opposite', 75, 0.01),
    metric(exampleOf('F', 'folds'), 'all databases', 'AUC', 2939, 0.96)
  ],
  alternatives: [
    {
      name: 'original CNN',
      about: 'three convolution blocks on a mel picture',
      bytes: 441_000,
      metrics: [metric(OFFICIAL, 'all databases', 'AUC', 301, 0.81)]
    }
  ],
  limits: [
    'It answers far worse on recordings from a phone’s own microphone.',
    'It was trained on adults; children’s hearts are unlike those it knows.',
    'Within one collection it separates the labels less well than over all of them.'
  ]
}
