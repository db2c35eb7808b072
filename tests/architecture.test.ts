import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { circlesIn } from './architecture/circles'
import { reachable, readImports } from './architecture/imports'
import { violationsIn } from './architecture/rules'

const ROOT = join(import.meta.dirname, '..')
/** What is in the repository, or about to be. */
const paths = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], { cwd: ROOT })
  .toString('utf8')
  .split('\0')
  .filter((path) => path !== '' && existsSync(join(ROOT, path)))
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')
const sources = new Map(
  paths.filter((path) => /^(src|recorder-web)\/.*\.tsx?$/.test(path)).map((path) => [path, read(path)])
)
const standing = violationsIn(sources)
const withPlanted = (path: string, text: string) =>
  violationsIn(new Map([...sources, [path, `${sources.get(path) ?? ''}\n${text}`]])).filter(
    (violation) => !standing.includes(violation)
  )

describe('the house', () => {
  it('has every layer in the sources that are looked at', () => {
    for (const layer of ['core', 'contracts', 'words', 'drawing', 'main', 'preload', 'renderer', 'cli']) {
      expect([...sources.keys()].filter((path) => path.startsWith(`src/${layer}/`)).length).toBeGreaterThan(0)
    }
  })

  it('keeps its layers, its one-place rules and what each entry may load', () => {
    expect(standing).toEqual([])
  })

  it.each([
    ['src/core/planted.ts', "import { readFile } from 'node:fs/promises'", 'package:node:fs'],
    ['src/core/planted.ts', "import { words } from '../words/words'", 'src/words/words.ts'],
    ['src/contracts/planted.ts', "import { AppError } from '../core/errors'", 'src/core/errors.ts'],
    ['src/contracts/planted.ts', "import { z } from 'zod'", 'package:zod'],
    ['src/words/planted.ts', "import { AppError } from '../core/errors'", 'src/core/errors.ts'],
    ['src/words/planted.ts', "import type { Check } from '../contracts/system'", 'types of src/contracts/system.ts'],
    ['src/drawing/planted.ts', "import { useMemo } from 'react'", 'package:react'],
    ['src/drawing/planted.ts', "import { join } from 'node:path'", 'package:node:path'],
    ['src/drawing/planted.ts', "import { wordsFor } from '../words/words'", 'src/words/words.ts'],
    ['src/drawing/planted.ts', "import { resample } from '../core/resample'", 'src/core/resample.ts'],
    ['src/drawing/planted.ts', "import { SITES } from '../contracts/recording'", 'src/contracts/recording.ts'],
    ['src/core/planted.ts', "import { gauge } from '../drawing/gauge'", 'src/drawing/gauge.ts'],
    ['src/main/planted.ts', "import { useState } from 'react'", 'package:react'],
    ['src/main/planted.ts', "const page = await import('../renderer/main')", 'src/renderer/main.tsx'],
    ['src/main/planted.ts', "import { app } from 'electron'", 'package:electron, whose place is'],
    ['src/main/desktop-door/menu.ts', "import { ipcMain as line } from 'electron'", 'ipcMain, whose place is'],
    ['src/main/planted.ts', "import { timingSafeEqual } from 'node:crypto'", 'timingSafeEqual, whose place is'],
    ['src/main/planted.ts', "import express from 'express'", 'package:express, whose place is'],
    ['src/main/planted.ts', "import { Tensor } from 'onnxruntime-node'", 'package:onnxruntime-node, whose place is'],
    ['src/preload/planted.ts', "export * from '../core/errors'", 'src/core/errors.ts'],
    ['src/renderer/planted.tsx', "import { resample } from '../core/resample'", 'src/core/resample.ts'],
    ['src/renderer/planted.tsx', "import { join } from 'node:path'", 'package:node:path'],
    ['src/renderer/planted.tsx', "import WaveSurfer from 'wavesurfer.js'", 'wavesurfer.js is imported by'],
    ['src/renderer/state/planted.ts', "import { Failure } from '../recording/Failure'", 'stands below'],
    ['src/renderer/library/planted.tsx', "import { Rail } from '../shell/Rail'", 'stands around it'],
    ['src/renderer/planted.tsx', "import { Gallery } from './gallery/Gallery'", 'only src/renderer/gallery/ may'],
    ['src/cli/planted.ts', "import { shell } from 'electron'", 'package:electron'],
    ['recorder-web/src/screens/file.ts', "import { keptScreen } from './kept'", 'kept.ts, which only'],
    ['src/cli/doctor.ts', "import '../main/desktop-door/main-window'", 'src/cli/index.ts runs without Electron'],
    [
      'src/main/services.ts',
      "import { main } from './desktop-door/main-window'",
      'src/main/headless.ts runs without Electron'
    ],
    ['src/main/decode/decode.ts', "import { get } from 'node:http'", 'has no network'],
    ['src/cli/analyse.ts', "import { openLibrary } from '../main/library/library'", 'keeps nothing unless told to'],
    ['src/main/decode/index.ts', "export { decode } from './decode'", 'passes on'],
    ['src/main/planted.ts', "import { it } from './media.test'", 'src/main/media.test']
  ])('finds a violation that is planted in %s: %s', (path, text, expected) => {
    expect(withPlanted(path, text).join('\n')).toContain(expected)
  })

  it.each([
    ['src/core/planted.ts', "// import { readFile } from 'node:fs/promises'"],
    ['src/core/planted.ts', `const text = "import { x } from 'react'"`],
    ['src/contracts/planted.ts', "import type { Analysis } from '../core/analysis'"],
    ['src/contracts/planted.ts', "import { type Analysis } from '../core/analysis'"],
    ['src/cli/analyse.ts', "const later = () => import('../main/library/library')"]
  ])('does not take %s for a violation: %s', (path, text) => {
    expect(withPlanted(path, text)).toEqual([])
  })
})

describe('the import graph', () => {
  const inAll = new Map(paths.filter((path) => /\.(tsx?|mjs)$/.test(path)).map((path) => [path, read(path)]))
  const circlesWith = (...planted: [path: string, text: string][]) =>
    circlesIn(readImports(new Map([...inAll, ...planted])))

  it('has no circle of files, types included', () => {
    expect(circlesWith()).toEqual([])
  })

  it.each([
    ["import { b } from './planted-b'", "import { a } from './planted-a'"],
    ["import type { B } from './planted-b'", "export const later = () => import('./planted-a')"]
  ])('finds a circle that is planted: %s and %s', (a, b) => {
    const planted: [string, string][] = [
      ['src/core/planted-a.ts', a],
      ['src/core/planted-b.ts', b]
    ]
    expect(circlesWith(...planted)).toContainEqual(planted.map(([path]) => path))
    expect(circlesWith(...planted.slice(0, 1))).toEqual([])
  })
})

describe('the living page', () => {
  const graph = readImports(sources)
  const shown = reachable('src/renderer/gallery/main.tsx', graph, { withLazy: true })
  /** Asks the host itself, or follows what it tells. */
  const needsHost = (path: string) =>
    (graph.get(path) ?? []).some(({ to }) => /^src\/renderer\/state\/(host-context|mirrors?|use-actions)\.ts$/.test(to))

  it('shows every component that needs no host', () => {
    const components = [...sources.keys()].filter((path) => /^src\/renderer\/.*\/[A-Z]\w*\.tsx$/.test(path))
    expect(components.filter(needsHost).length).toBeGreaterThan(5)
    expect(components.filter((path) => !needsHost(path) && !shown.has(path))).toEqual([])
  })
})

/** Names that say nothing of what is inside. */
const EMPTY_NAMES = /^(utils?|helpers?|common|shared|managers?|misc)(\.\w+)?$/

const namedForNothing = (path: string) => path.split('/').some((part) => EMPTY_NAMES.test(part))

/** Put together here, so that this file does not find itself. */
const TELLTALES = [
  ...['work', 'root'].map((name) => new RegExp(`(^|[\\s"'\`(=:])/${name}/`, 'm')),
  /(^|[\s"'`(=:])\/(home|Users)\/\w+\//m,
  /[A-Z]:\\Users\\\w/,
  ...[
    ['registry', 'npmjs', 'org'],
    ['files', 'pythonhosted', 'org'],
    ['deb', 'debian', 'org'],
    ['pypi', 'org'],
    ['static', 'crates', 'io']
  ].map((parts) => new RegExp(`\\b${parts.join('\\.')}\\b`))
]
const telltaleIn = (text: string) => TELLTALES.find((pattern) => pattern.test(text))

const BINARY = /\.(png|ico|icns|flac|wav|mp3|m4a|mp4|mov|ogg|webm|aac|onnx|f32|bin|pt|npz|npy|zip|woff2?)$/
const LARGEST_TEXT = 2_000_000

describe('the repository', () => {
  it('names no folder or file for nothing', () => {
    expect(paths.filter(namedForNothing)).toEqual([])
    expect(namedForNothing('src/main/utils/time.ts')).toBe(true)
    expect(namedForNothing('src/renderer/helpers.ts')).toBe(true)
  })

  it('names no path of somebody’s machine and no registry', () => {
    const texts = paths.filter((path) => !BINARY.test(path)).map((path) => ({ path, text: read(path) }))
    const found = texts
      .filter(({ text }) => text.length < LARGEST_TEXT && telltaleIn(text))
      .map(({ path, text }) => `${path}: ${telltaleIn(text)}`)
    expect(found).toEqual([])
    expect(telltaleIn(`see ${['', 'work', 'main'].join('/')}`)).toBeDefined()
    expect(telltaleIn(`https://${['registry', 'npmjs', 'org'].join('.')}/x`)).toBeDefined()
  })

  it('says in the README which Node package.json asks for', () => {
    const { engines }: { engines: { node: string } } = JSON.parse(read('package.json'))
    expect(engines.node).toMatch(/^>=\d+\.\d+$/)
    expect(/\[Node\]\(\S+\) (\S+) or later/.exec(read('README.md'))?.[1]).toBe(engines.node.slice('>='.length))
  })

  it('says in CONTRIBUTING what every command does', () => {
    const { scripts }: { scripts: Record<string, string> } = JSON.parse(read('package.json'))
    const table = [...read('CONTRIBUTING.md').matchAll(/^\| `npm (?:run )?([\w:]+)` \|/gm)].map(([, name]) => name)
    expect(table.sort()).toEqual(Object.keys(scripts).sort())
  })

  it('names every platform’s packages in its lock, or npm 11 refuses “npm ci”: “npm run lock” adds what is missing', () => {
    const { packages }: { packages: Record<string, { optionalDependencies?: Record<string, string> }> } = JSON.parse(
      read('package-lock.json')
    )
    const missing = Object.entries(packages).flatMap(([path, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (name) => !packages[`${path}/node_modules/${name}`] && !packages[`node_modules/${name}`]
      )
    )
    expect(missing).toEqual([])
  })
})
