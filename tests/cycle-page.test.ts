import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './cli-run'
import { writePage } from './cycle/page'
import { estimate, spearman } from './cycle/statistics'

describe('how well the beat is measured', () => {
  it('is told by ranks alone: any rising curve is perfect, and what ties shares its rank', () => {
    const rising = [1, 2, 3, 5, 8].map((x) => [x, Math.exp(x)] as const)
    expect(spearman(rising)).toBeCloseTo(1)
    expect(spearman(rising.map(([x, y]) => [x, -y]))).toBeCloseTo(-1)
    expect(spearman([1, 2, 2, 3].map((x, n) => [x, [1, 3, 2, 4][n]!]))).toBeCloseTo(0.9487, 4)
  })

  it('is as sure as people differ, not as recordings do: one person’s many count as one', () => {
    const mean = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length
    const alone = estimate([[0], [1], [0], [1]], mean)
    const often = estimate(
      [0, 1, 0, 1].map((value) => Array.from({ length: 50 }, () => value)),
      mean
    )
    expect(often).toEqual(alone)
    expect(alone.value).toBe(0.5)
    expect(alone.high - alone.low).toBeGreaterThan(0.5)
  })

  it('stands in docs/cycle.md as the program writes it', () => {
    const page = readFileSync(join(ROOT, 'docs', 'cycle.md'), 'utf8')
    const [head] = writePage([], '', '', 0).split('| --- |')
    expect(page.startsWith(head!)).toBe(true)
    expect(page.split('\n').filter((line) => /\*\*no\*\*|\| yes \|/.test(line)).length).toBeGreaterThanOrEqual(6)
  })
})
