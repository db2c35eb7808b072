import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { AppError } from '../core/errors'

/** Where the program finds what it ships with, and where it keeps what it is given. */
export interface Paths {
  /** `models/`: the graph and its card. */
  models: string
  /** `resources/`: samples, icons. */
  resources: string
  /** The built window. */
  renderer: string
  /** The built page for phones. */
  recorder: string
  /** The built analysis process. */
  analysisProcess: string
  /** Library and settings. */
  data: string
}

/** All that is needed where nothing is kept. */
export type ProgramPaths = Omit<Paths, 'data'>

/**
 * The paths of this build.
 *
 * The build lies in `out/main`, two floors below the program's root, in the repository as in `app.asar`.
 * What other processes must read as real files (`models`, `resources`) is unpacked beside the archive.
 *
 * @param data folder for library and settings; see {@link defaultDataFolder}
 */
export function buildPaths(data: string): Paths {
  return { ...programPaths(), data }
}

/** Where what happened is written down; see `log/log.ts`. */
export function logFolder(data: string): string {
  return join(data, 'log')
}

/** Where the program finds what it ships with. */
export function programPaths(): ProgramPaths {
  const out = dirname(dirname(fileURLToPath(import.meta.url)))
  const root = dirname(out)
  return {
    models: unpacked(join(root, 'models')),
    resources: unpacked(join(root, 'resources')),
    renderer: join(out, 'renderer'),
    recorder: join(out, 'recorder-web'),
    analysisProcess: join(out, 'main', 'analysis-process.js')
  }
}

function unpacked(path: string): string {
  const outside = path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
  return outside !== path && existsSync(outside) ? outside : path
}

/**
 * Where programs of this kind keep their data: `OPS_FUSION_DATA`, else the platform's own place.
 *
 * @throws {AppError} `home-missing` where that lies in the home of a user who has none
 */
export function defaultDataFolder(
  env: NodeJS.ProcessEnv = process.env,
  platform: string = process.platform,
  homeFolder: () => string = homedir
): string {
  const home = () => {
    try {
      return homeFolder()
    } catch (cause) {
      throw new AppError('home-missing', 'this user has no home folder', { cause })
    }
  }
  if (env['OPS_FUSION_DATA']) return env['OPS_FUSION_DATA']
  if (platform === 'win32') return join(env['APPDATA'] ?? join(home(), 'AppData', 'Roaming'), 'OPS Fusion')
  if (platform === 'darwin') return join(home(), 'Library', 'Application Support', 'OPS Fusion')
  return join(env['XDG_DATA_HOME'] ?? join(home(), '.local', 'share'), 'ops-fusion')
}
