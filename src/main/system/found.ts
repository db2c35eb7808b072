import type { Check } from '../../contracts/system'

/** What one check found: the list of checks adds its name. */
export type Found = Omit<Check, 'name'>
