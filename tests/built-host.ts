import { resolve } from 'node:path'
import { spawnWithNode } from '../src/main/analysis/spawn-node'
import type { Host } from '../src/main/host'
import type { Paths } from '../src/main/paths'
import { openHost } from '../src/main/services'
import { ROOT } from './cli-run'

/**
 * Every service of the program as it was built, without a door, in this process.
 *
 * @param data where it keeps everything
 * @param models the program's own unless given
 */
export function openBuiltHost(
  data: string,
  { models = resolve(ROOT, 'models'), version = 'test' }: { models?: string; version?: string } = {}
): Promise<Host> {
  const paths: Paths = {
    models,
    resources: resolve(ROOT, 'resources'),
    renderer: resolve(ROOT, 'out/renderer'),
    recorder: resolve(ROOT, 'out/recorder-web'),
    analysisProcess: resolve(ROOT, 'out/main/analysis-process.js'),
    data
  }
  return openHost({ paths, version, door: 'browser', spawn: spawnWithNode(paths.analysisProcess) })
}
