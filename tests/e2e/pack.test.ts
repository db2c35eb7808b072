import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { extractAll, getRawHeader } from '@electron/asar'
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ensureBuilt, ROOT } from './built'
import { openDesktopDoor } from './desktop-door'
import { filesBelow, importsOf, pack, sizeOf } from './packed'
import type { PageWorld } from './page-world'

const ENTRIES = ['index.js', 'analysis-process.js']
const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-pack-'))
const program = join(folder, 'dist', 'linux-unpacked')
const archive = join(program, 'resources', 'app.asar')
/** The archive laid out as files, far from the repository: whatever is missing cannot be found by accident. */
const inside = join(folder, 'inside')

// The placeholder has the shape of Electron for Linux; the other platforms pack in the release workflow.
describe.runIf(process.platform === 'linux')('npm run pack', () => {
  let files: string[]
  beforeAll(() => {
    ensureBuilt()
    pack(join(folder, 'dist'))
    extractAll(archive, inside)
    files = filesBelow(inside)
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('packs the build, the model, the resources and the packages, and nothing else', () => {
    const tops = [...new Set(files.map((file) => file.split('/')[0]))].sort()
    expect(tops).toEqual(['models', 'node_modules', 'out', 'package.json', 'resources'])
    expect(files).toEqual(
      expect.arrayContaining([
        'out/main/index.js',
        'out/main/analysis-process.js',
        'out/preload/index.cjs',
        'out/renderer/index.html',
        'out/recorder-web/index.html',
        'models/heart-sound.onnx',
        'models/heart-sound.json',
        'resources/samples/samples.json',
        'resources/icons/icon.png'
      ])
    )
  })

  it('carries the notices of what is compiled into packages, and the licence of each', () => {
    const notice = (name: string) => readFileSync(join(`${archive}.unpacked`, 'resources', 'notices', name), 'utf8')
    expect(notice('symphonia.txt')).toContain('Mozilla Public License Version 2.0')
    expect(notice('libopus.txt')).toContain('Copyright 1994-2011 Xiph.Org')
    expect(notice('onnxruntime.txt')).toContain('Microsoft Corporation')
    for (const name of ['react', 'express', 'onnxruntime-node', 'mediabunny'])
      expect(notice('packages.txt')).toMatch(new RegExp(`(^|, )${name} \\d`, 'm'))
  })

  it('packs no source, no map, no test, no other door', () => {
    const strangers = files.filter((file) => {
      const isOurs = !file.startsWith('node_modules/')
      return (
        /\.(map|tsx|gyp|tsbuildinfo)$|\.d\.[mc]?ts$|(^|\/)(__tests__|\.history|coverage)\//.test(file) ||
        (isOurs && /\.(ts|py|ico|icns)$|\.test\.|icon\.svg$/.test(file)) ||
        /^out\/main\/(headless|cli)\.js$/.test(file)
      )
    })
    expect(strangers).toEqual([])
  })

  it('packs the native modules of this platform only', () => {
    const natives = files.filter((file) => /\.(node|dll|dylib|so)(\.[\d.]+)?$/.test(file))
    expect(natives.every((file) => file.includes('linux') && file.includes(process.arch))).toBe(true)
    for (const name of ['onnxruntime_binding', 'node-web-audio-api', 'sqlite']) {
      expect(natives.some((file) => file.includes(name))).toBe(true)
    }
  })

  it('lays beside the archive what other processes and the linker must read', () => {
    const { header } = getRawHeader(archive)
    const packedIn = filesOf(header as unknown as Entry).filter(({ isUnpacked }) => !isUnpacked)
    const mustBeFiles = /^(models|resources)\/|\.node$|\.so(\.\d+)*$/
    expect(packedIn.filter(({ path }) => mustBeFiles.test(path))).toEqual([])
    expect(existsSync(join(`${archive}.unpacked`, 'models', 'heart-sound.onnx'))).toBe(true)
    expect(existsSync(join(`${archive}.unpacked`, 'models', 'baselines'))).toBe(false)
  })

  it('finds every package that it imports inside the archive', () => {
    const main = join(inside, 'out', 'main')
    const { packages } = importsOf(main, ENTRIES)
    expect(packages).toEqual(expect.arrayContaining(['onnxruntime-node', 'zod']))
    const probe = join(main, 'probe.mjs')
    writeFileSync(probe, `for (const name of ${JSON.stringify(packages)}) console.log(import.meta.resolve(name))`)
    const found = execFileSync(process.execPath, [probe], { encoding: 'utf8' }).trim().split('\n')
    expect(found).toHaveLength(packages.length)
    for (const url of found) expect(existsSync(new URL(url))).toBe(true)
    rmSync(probe)
  })

  it('runs from its archive alone: window, library, model, decoder', async () => {
    const door = await openDesktopDoor({ root: inside })
    try {
      const report = await door.page.evaluate(() => {
        const { opsFusion } = globalThis as unknown as PageWorld
        return opsFusion.system.check()
      })
      const failed = report.checks.filter(({ status }) => status === 'failed')
      expect(failed).toEqual([])
      expect(report.checks.map(({ name }) => name)).toEqual(expect.arrayContaining(['golden-inference', 'decoders']))
    } finally {
      await door.close()
    }
  })

  it('locks the fuses', async () => {
    const fuses = await getCurrentFuseWire(join(program, 'ops-fusion'))
    const ON = '1'.charCodeAt(0)
    const states = Object.fromEntries(
      Object.values(FuseV1Options).flatMap((fuse) =>
        typeof fuse === 'number' ? [[FuseV1Options[fuse], fuses[fuse] === ON]] : []
      )
    )
    expect(states).toEqual({
      RunAsNode: false,
      EnableCookieEncryption: true,
      EnableNodeOptionsEnvironmentVariable: false,
      EnableNodeCliInspectArguments: false,
      EnableEmbeddedAsarIntegrityValidation: true,
      OnlyLoadAppFromAsar: true,
      LoadBrowserProcessSpecificV8Snapshot: false,
      GrantFileProtocolExtraPrivileges: false
    })
  })

  it('stays small', () => {
    const mebibytes = (path: string) => sizeOf(path) / 2 ** 20
    // Of which the runtime that the page for phones carries is 14, and that beside the archive 46.
    expect(mebibytes(archive)).toBeLessThan(40)
    expect(mebibytes(`${archive}.unpacked`)).toBeLessThan(90)
  })

  it('names itself as the repository does', () => {
    const [packed, own] = [inside, ROOT].map(
      (root) => JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string; main: string }
    )
    expect([packed?.version, packed?.main]).toEqual([own?.version, own?.main])
  })
})

interface Entry {
  files?: Record<string, Entry>
  unpacked?: boolean
}

function filesOf({ files = {} }: Entry, prefix = ''): { path: string; isUnpacked: boolean }[] {
  return Object.entries(files).flatMap(([name, entry]) =>
    entry.files === undefined
      ? [{ path: `${prefix}${name}`, isUnpacked: entry.unpacked === true }]
      : filesOf(entry, `${prefix}${name}/`)
  )
}
