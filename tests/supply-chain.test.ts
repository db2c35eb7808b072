import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './cli-run'

interface Locked {
  integrity?: string
  resolved?: string
  link?: boolean
}

describe('what is installed', () => {
  it('is known by its SHA-512, each package for each platform: “npm run lock” adds what is missing', () => {
    const { packages }: { packages: Record<string, Locked> } = JSON.parse(
      readFileSync(join(ROOT, 'package-lock.json'), 'utf8')
    )
    const unknown = Object.entries(packages).filter(
      ([path, { integrity = '' }]) => path !== '' && !/^sha512-[\w+/]{86}==$/.test(integrity)
    )
    expect(unknown).toEqual([])
  })
})
