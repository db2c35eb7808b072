import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './cli-run'

/** The rows of the table: who, could, what stands against it, the tests. */
const rows = readFileSync(join(ROOT, 'docs', 'threats.md'), 'utf8')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| who |'))
const testsOf = (row: string) => [...row.matchAll(/`([^`]+\.(?:test\.ts|py))`/g)].map(([, path = '']) => path)

describe('the list of threats', () => {
  it('names for each a test that there is', () => {
    expect(rows.length).toBeGreaterThan(15)
    expect(rows.filter((row) => testsOf(row).length === 0)).toEqual([])
    const named = rows.flatMap(testsOf)
    expect(named.filter((path) => !existsSync(join(ROOT, path)))).toEqual([])
  })

  it('has in each named test something that can fail', () => {
    const bare = rows
      .flatMap(testsOf)
      .filter((path) => !/\bexpect\(|\bassert\b/.test(readFileSync(join(ROOT, path), 'utf8')))
    expect(bare).toEqual([])
  })
})
