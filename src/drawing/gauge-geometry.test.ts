import { describe, expect, it } from 'vitest'
import { gaugeGeometry } from './gauge-geometry'

const WIDTH = 600
const REM = 16

function shown(abnormalProbability: number, band = { low: 0.38, high: 0.62 }, threshold = 0.5) {
  const interval = { low: Math.max(0, abnormalProbability - 0.1), high: Math.min(1, abnormalProbability + 0.1) }
  return { abnormalProbability, interval, threshold, cannotTell: band }
}

describe('gaugeGeometry', () => {
  it('draws both sides alike: 0.02 lies as far from the band as 0.98', () => {
    const [normal, abnormal] = [gaugeGeometry(shown(0.02), WIDTH, REM), gaugeGeometry(shown(0.98), WIDTH, REM)]
    expect(normal.band.startX - normal.markerX).toBeCloseTo(abnormal.markerX - abnormal.band.endX)
    expect(normal.markerX - normal.startX).toBeCloseTo(abnormal.endX - abnormal.markerX)
  })

  it('puts a value at its share of the scale', () => {
    const at = gaugeGeometry(shown(0.25), WIDTH, REM)
    expect(at.markerX).toBeCloseTo(at.startX + 0.25 * (at.endX - at.startX))
    expect(at.thresholdX).toBeCloseTo((at.startX + at.endX) / 2)
    expect(at.interval.startX).toBeLessThan(at.markerX)
    expect(at.interval.endX).toBeGreaterThan(at.markerX)
  })

  it.each([0, 0.001, 0.999, 1])('keeps marker and labels inside at %f', (probability) => {
    const at = gaugeGeometry(shown(probability, { low: 0.01, high: 0.03 }, 0.02), WIDTH, REM)
    for (const x of [at.markerX, at.markerLabelX, at.thresholdLabelX, at.bandLabelX]) {
      expect(x).toBeGreaterThan(0)
      expect(x).toBeLessThan(WIDTH)
    }
  })

  it('keeps the whole score inside, in wide letters too', () => {
    const { markerLabelX } = gaugeGeometry(shown(1), WIDTH, REM)
    // Four wide digits of 1.25 rem.
    expect(WIDTH - markerLabelX).toBeGreaterThanOrEqual((4 * 0.64 * 1.25 * REM) / 2)
  })

  it('gives the band a line of its own where it would stand on a name of the ends', () => {
    expect(gaugeGeometry(shown(0.5), WIDTH, REM).isBandLabelBelow).toBe(false)
    expect(gaugeGeometry(shown(0.5, { low: 0.05, high: 0.12 }, 0.08), WIDTH, REM).isBandLabelBelow).toBe(true)
    expect(gaugeGeometry(shown(0.5, { low: 0.9, high: 0.96 }, 0.93), WIDTH, REM).isBandLabelBelow).toBe(true)
    expect(gaugeGeometry(shown(0.5), 220, REM).isBandLabelBelow).toBe(true)
  })
})
