import type { ModelCard, OperatingPoint } from '../../src/core/model-card'

const estimate = (value: number) => ({ value, low: value - 0.05, high: value + 0.05 })

/** A card with round numbers, for tests that are about what is done with them: logit 0 is probability 0.5. */
export const card: ModelCard = {
  schema: 3,
  name: 'test',
  version: '1.0.0',
  sha256: '0'.repeat(64),
  trainedOn: '2026-01-01',
  licence: 'MIT',
  size: { parameters: 1, multiplyAdds: 1, bytes: 1 },
  export: { medianMs: 1, parity: 1e-5 },
  input: { sampleRate: 2000, windowLength: 10_000, hopLength: 5000, batchLength: 8 },
  spectrogram: {
    firstFrameCentreS: 0.5,
    hopS: 1,
    dynamicRangeDb: 80,
    bandEdgesHz: [
      { lowHz: 20, centreHz: 60, highHz: 100 },
      { lowHz: 60, centreHz: 100, highHz: 140 }
    ]
  },
  evidence: {
    firstFrameCentreS: 0.5,
    hopS: 1,
    rowsHz: [
      { lowHz: 20, highHz: 100 },
      { lowHz: 60, highHz: 140 }
    ]
  },
  cycle: { firstFrameCentreS: 0.025, hopS: 0.05, firstSound: [0, 1], secondSound: [6, 7] },
  calibration: { scale: 1, offset: 0 },
  operatingPoints: [
    point('miss-few', 0.3, 0.2, 0.4),
    point('balanced', 0.5, 0.4, 0.6),
    point('alarm-few', 0.7, 0.6, 0.8)
  ],
  defaultOperatingPoint: 'balanced',
  murmur: {
    calibration: { scale: 1, offset: 0 },
    threshold: 0.5,
    cannotTell: { low: 0.3, high: 0.7 },
    sensitivity: estimate(0.9),
    specificity: estimate(0.9),
    answered: estimate(0.9),
    answeredMacc: estimate(0.95),
    reliability: {
      protocol: 'K',
      scope: 'folds',
      about: 'out of fold',
      baseRate: 0.2,
      bins: [
        { low: 0, high: 0.5, count: 200, murmur: 10, interval: { low: 0.03, high: 0.09 }, meanProbability: 0.1 },
        { low: 0.5, high: 1, count: 50, murmur: 45, interval: { low: 0.79, high: 0.96 }, meanProbability: 0.9 }
      ]
    },
    protocol: 'K',
    scope: 'folds',
    about: 'out of fold'
  },
  quality: { calibration: { scale: 1, offset: 0 }, threshold: 0.5, minUsableFraction: 0.5 },
  bandwidth: { rangeDb: 60, trebleHz: 80 },
  tuning: { middle: 0, distance: 3, normal: 1, abnormal: 2, between: { middle: 1.2, distance: 1.2 } },
  domain: { mean: [0, 0], deviation: [1, 1], median: 1, far: 3 },
  reliability: {
    protocol: 'A',
    scope: 'folds',
    about: 'out of fold',
    baseRate: 0.5,
    bins: [
      { low: 0, high: 0.2, count: 100, abnormal: 8, interval: { low: 0.04, high: 0.15 }, meanProbability: 0.1 },
      { low: 0.2, high: 0.8, count: 50, abnormal: 25, interval: { low: 0.37, high: 0.63 }, meanProbability: 0.5 },
      { low: 0.8, high: 1, count: 80, abnormal: 72, interval: { low: 0.81, high: 0.95 }, meanProbability: 0.9 }
    ]
  },
  curves: [
    {
      protocol: 'A',
      scope: 'official',
      about: 'test',
      data: 'all databases',
      falsePositiveRate: [0, 0.2, 1],
      truePositiveRate: [0, 0.8, 1]
    }
  ],
  data: [],
  metrics: [],
  alternatives: [],
  limits: []
}

function point(
  name: 'miss-few' | 'balanced' | 'alarm-few',
  threshold: number,
  low: number,
  high: number
): OperatingPoint {
  return {
    name,
    threshold,
    cannotTell: { low, high },
    odds: { normalAtMost: 0.25, abnormalAtLeast: 0.75 },
    sensitivity: estimate(0.8),
    specificity: estimate(0.8),
    answered: estimate(0.9),
    answeredMacc: estimate(0.85),
    protocol: 'A',
    scope: 'official',
    about: 'test'
  }
}
