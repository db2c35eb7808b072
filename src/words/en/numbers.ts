import { format } from '../format'

/** How English writes numbers. */
export const numbers = format('en')
