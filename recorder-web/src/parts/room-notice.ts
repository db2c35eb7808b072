import type { Connection } from '../connection'
import { notice } from '../controls'
import { say } from '../language'

/** Before anything is recorded or picked: that the computer could not keep it now. */
export function roomNotice({ hello }: Connection): HTMLElement[] {
  return hello && !hello.hasRoom ? [notice(say.noRoom, 'warn')] : []
}
