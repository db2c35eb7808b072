import { readFileSync, statSync } from 'node:fs'
import { register } from 'node:module'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { openControl } from './control'
import { createElectron } from './electron'

/**
 * Runs the built program as Electron would: its main file, in this process, with the double for `electron`.
 *
 * @param argv as Electron gets it: the executable comes first, twice, then the program's folder or main file
 */
export async function run([, executable = '', target = '.', ...words]: readonly string[]): Promise<void> {
  const path = resolve(target)
  const isFolder = statSync(path).isDirectory()
  const manifest = isFolder ? (JSON.parse(readFileSync(join(path, 'package.json'), 'utf8')) as Manifest) : null
  const main = manifest === null ? path : join(path, manifest.main)

  const { electron, double } = createElectron({
    name: manifest?.productName ?? 'double',
    version: manifest?.version ?? '0.0.0'
  })
  Object.assign(globalThis, { [Symbol.for('electron-double')]: electron })
  register('./hooks.mjs', import.meta.url, { data: { names: Object.keys(electron) } })
  Object.assign(process, { type: 'browser', defaultApp: true, argv: [executable, target, ...words] })
  Object.assign(process.versions, { electron: '45.4.1', chrome: '0' })

  openControl(electron, double)
  process.once('SIGTERM', () => electron.app.quit())
  process.once('SIGINT', () => electron.app.quit())
  await import(pathToFileURL(main).href)
  double.app.becomeReady()
}

interface Manifest {
  main: string
  version: string
  productName?: string
}
