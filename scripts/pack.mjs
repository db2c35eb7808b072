/**
 * Packs the built program without an installer, into `dist/<platform>-unpacked`.
 *
 * Electron's own files come from `node_modules/electron/dist` where they have been fetched. Where they have not, Linux
 * packs around a stand-in: it starts nothing, but the archive, the unpacked files and the fuses are those of the real
 * program, and that is what the tests look at. Nothing is asked of the network.
 *
 * `--output DIR` packs elsewhere, `--no-build` takes the build that is there.
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { ensureBuilt } from './build.mjs'
import { ROOT } from './place.mjs'

const ELECTRON = join(ROOT, 'node_modules', 'electron')

const { values: given } = parseArgs({
  options: { output: { type: 'string', default: 'dist' }, build: { type: 'boolean', default: true } },
  allowNegative: true
})

/** Electron's fuses lie behind this mark: version 1, nine of them, all as Electron ships them. */
const FUSES = Buffer.concat([
  Buffer.from('dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX'),
  Buffer.from([1, 9]),
  Buffer.from('101100100')
])

/** An Electron with nothing in it, in the shape that electron-builder expects on Linux. */
function placeholder(version) {
  const folder = mkdtempSync(join(tmpdir(), 'ops-fusion-placeholder-'))
  for (const inner of ['resources', 'locales']) mkdirSync(join(folder, inner))
  const files = {
    electron: Buffer.concat([
      Buffer.from('#!/bin/sh\necho "This is a placeholder for Electron." >&2; exit 1\n'),
      FUSES
    ]),
    version,
    LICENSE: '',
    'LICENSES.chromium.html': '',
    'chrome-sandbox': '',
    chrome_crashpad_handler: '',
    'locales/en-US.pak': ''
  }
  for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content, { mode: 0o755 })
  return folder
}

function pack(electronDist) {
  const builder = join(ROOT, 'node_modules', 'electron-builder', 'cli.js')
  const places = [`-c.electronDist=${electronDist}`, `-c.directories.output=${given.output}`]
  execFileSync(process.execPath, [builder, '--dir', '--publish=never', ...places], { cwd: ROOT, stdio: 'inherit' })
}

if (given.build) ensureBuilt()

const real = join(ELECTRON, 'dist')
if (existsSync(real)) {
  pack(real)
} else if (process.platform === 'linux') {
  const stand = placeholder(JSON.parse(readFileSync(join(ELECTRON, 'package.json'), 'utf8')).version)
  console.log(
    'Electron’s binary is not here: packing around a placeholder. `npx install-electron` fetches the real one.'
  )
  try {
    pack(stand)
  } finally {
    rmSync(stand, { recursive: true })
  }
} else {
  console.error('Electron’s binary is not here: run `npx install-electron` first.')
  process.exitCode = 1
}
