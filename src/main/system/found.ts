import type { Check } from '../../contracts/system'

/** What one check found: its name is the list's, not its own. */
export type Found = Omit<Check, 'name'>
