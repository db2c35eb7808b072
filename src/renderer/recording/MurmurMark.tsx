import type { MurmurOutcome } from '../../core/analysis'
import { murmurMark } from '../../drawing/murmur-look'
import { Mark } from './Mark'

/** The two heart sounds and what is heard between them. @param size as of {@link Mark} */
export function MurmurMark({ outcome, size }: { outcome: MurmurOutcome; size?: number }) {
  return <Mark shapes={murmurMark(outcome)} size={size} />
}
