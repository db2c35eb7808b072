import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

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

/**
 * The paths of this build.
 *
 * The build lies in `out/main`, two floors below the program's root, in the repository as in `app.asar`.
 * What other processes must read as real files (`models`, `resources`) is unpacked beside the archive.
 *
 * @param data folder for library and settings; see {@link defaultDataFolder}
 */
export function buildPaths(data: string): Paths {
  const out = dirname(dirname(fileURLToPath(import.meta.url)))
  const root = dirname(out)
  return {
    models: unpacked(join(root, 'models')),
    resources: unpacked(join(root, 'resources')),
    renderer: join(out, 'renderer'),
    recorder: join(out, 'recorder-web'),
    analysisProcess: join(out, 'main', 'analysis-process.js'),
    data
  }
}

function unpacked(path: string): string {
  const outside = path.replace(/app\.asar(?=[\\/])/, 'app.asar.unpacked')
  return outside !== path && existsSync(outside) ? outside : path
}

/** Where programs of this kind keep their data: `OPS_FUSION_DATA`, else the platform's own place. */
export function defaultDataFolder(env: NodeJS.ProcessEnv = process.env, platform: string = process.platform): string {
  if (env['OPS_FUSION_DATA']) return env['OPS_FUSION_DATA']
  if (platform === 'win32') return join(env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'OPS Fusion')
  if (platform === 'darwin') return join(homedir(), 'Library', 'Application Support', 'OPS Fusion')
  return join(env['XDG_DATA_HOME'] ?? join(homedir(), '.local', 'share'), 'ops-fusion')
}
