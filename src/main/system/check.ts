import { join } from 'node:path'
import { CHECKS, type Check, type SystemReport } from '../../contracts/system'
import type { Analyser } from '../analysis/analyser'
import { DEFAULT_PORT } from '../default-port'
import type { Paths } from '../paths'
import { checkDecoders } from './decoders'
import { checkDiskSpace } from './disk-space'
import type { Found } from './found'
import { checkGoldenInference } from './golden-inference'
import { checkLibrary } from './library'
import { checkModel } from './model'
import { checkNetwork } from './network'
import { checkPort } from './port'
import { checkRuntime } from './runtime'
import { checkStorage } from './storage'

/** What a check needs to know. */
export interface CheckUp {
  paths: Paths
  version: string
  analyser: Pick<Analyser, 'analyse'>
  /** The one the browser door would listen on. */
  port?: number
}

/**
 * Looks at everything the program needs, on this computer, now.
 *
 * A warning leaves the program usable: the system is in order unless a check failed.
 */
export async function checkSystem({ paths, version, analyser, port = DEFAULT_PORT }: CheckUp): Promise<SystemReport> {
  const looking: Record<Check['name'], Promise<Found>> = {
    runtime: checkRuntime(),
    model: checkModel(paths.models),
    'golden-inference': checkGoldenInference(paths, analyser),
    decoders: checkDecoders(paths.resources, analyser),
    storage: checkStorage(paths.data),
    library: checkLibrary(join(paths.data, 'library')),
    'disk-space': checkDiskSpace(paths.data),
    network: checkNetwork(),
    port: checkPort(port)
  }
  const checks = await Promise.all(CHECKS.map(async (name): Promise<Check> => ({ name, ...(await looking[name]) })))
  return {
    checkedAt: new Date().toISOString(),
    version,
    isInOrder: checks.every(({ status }) => status !== 'failed'),
    checks
  }
}
