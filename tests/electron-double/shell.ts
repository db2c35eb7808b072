import type { Shell } from 'electron'
import type { CallLog } from './call-log'

/** Opens nothing; says what would have been opened. */
export function shellDouble(calls: CallLog) {
  return { openExternal: async (url: string) => calls.note('shell.openExternal', url) } satisfies Pick<
    Shell,
    'openExternal'
  >
}
