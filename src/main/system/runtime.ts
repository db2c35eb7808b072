import { availableParallelism, cpus } from 'node:os'
import { engines } from '../../../package.json'
import type { Found } from './found'

/** `>=20.19` of package.json, which alone says what is needed. */
const WANTED = engines.node.replace(/^\D*/, '')

/** The versions this program runs on, and the machine. */
export async function checkRuntime(versions: NodeJS.ProcessVersions = process.versions): Promise<Found> {
  const { node, electron } = versions
  const isRecent = isAtLeast(node, WANTED)
  return {
    status: isRecent ? 'ok' : 'failed',
    finding: isRecent ? 'ok' : 'node-too-old',
    values: {
      node,
      ...(electron !== undefined && { electron }),
      wanted: WANTED,
      platform: process.platform,
      arch: process.arch,
      cores: availableParallelism(),
      processor: cpus()[0]?.model.trim() ?? 'unknown'
    }
  }
}

/** @param version,wanted as in `20.19.0`; missing parts count as 0 */
function isAtLeast(version: string, wanted: string): boolean {
  const [has, needs] = [version, wanted].map((text) => text.split('.').map(Number)) as [number[], number[]]
  for (let part = 0; part < needs.length; part++) {
    const difference = (has[part] ?? 0) - needs[part]!
    if (difference !== 0) return difference > 0
  }
  return true
}
