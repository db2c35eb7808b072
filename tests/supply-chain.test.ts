import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ROOT } from './cli-run'

interface Locked {
  integrity?: string
  resolved?: string
  link?: boolean
}

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** What a list for pip pins: name, version, and how many hashes follow. */
function pinnedIn(list: string): { name: string; version: string; hashes: number }[] {
  return list.split(/^(?=[a-z])/im).flatMap((entry) => {
    const [, name = '', version = ''] = /^([\w.-]+)==(\S+)/.exec(entry) ?? []
    return name ? [{ name, version, hashes: entry.match(/--hash=sha256:[0-9a-f]{64}\b/g)?.length ?? 0 }] : []
  })
}

describe('what is installed', () => {
  it('is known by its SHA-512, each package for each platform: “npm run lock” adds what is missing', () => {
    const { packages }: { packages: Record<string, Locked> } = JSON.parse(read('package-lock.json'))
    const unknown = Object.entries(packages).filter(
      ([path, { integrity = '' }]) => path !== '' && !/^sha512-[\w+/]{86}==$/.test(integrity)
    )
    expect(unknown).toEqual([])
  })

  it('is known by its SHA-256 in the training, too: the command stands at the head of requirements.lock', () => {
    const locked = pinnedIn(read('training/requirements.lock'))
    expect(locked.filter(({ hashes }) => hashes === 0)).toEqual([])
    const wanted = pinnedIn(read('training/requirements.txt')).filter(({ name }) => name !== 'torch')
    expect(wanted.length).toBeGreaterThan(10)
    for (const { name, version } of wanted) expect(locked).toContainEqual(expect.objectContaining({ name, version }))
  })

  it('is taken by these hashes alone', () => {
    expect(read('.ci/run')).toContain('--require-hashes -r training/requirements.lock')
    expect(read('.ci/run')).toMatch(/npm ci /)
  })
})
