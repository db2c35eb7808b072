import type { Check, SystemReport } from '../../contracts/system'

/** What a check measured that names nobody: no folder, no path, no address. */
const SAYABLE = ['node', 'electron', 'platform', 'arch', 'model', 'version', 'sha256', 'formats', 'failed', 'code']

/**
 * What helps somebody who is asked for help, as text that a person can read before it is given away: versions, checks,
 * the log.
 *
 * @param log lines as `readLog` gives them
 */
export function bundleOf({ version, checkedAt, checks }: SystemReport, log: readonly string[]): string {
  return [`OPS Fusion ${version}, ${checkedAt}`, '', ...checks.map(lineOf), '', ...log, ''].join('\n')
}

function lineOf({ name, status, finding, values }: Check): string {
  const said = Object.entries(values).flatMap(([key, value]) =>
    typeof value === 'number' || SAYABLE.includes(key) ? [`${key}=${value}`] : []
  )
  return [`${name}: ${status}`, ...(finding === status ? [] : [finding]), ...said].join(' ')
}
