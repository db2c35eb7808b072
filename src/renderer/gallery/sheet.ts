import type { ReactNode } from 'react'

/** What one address of the living page shows, by the address: `gallery.html#answers`. */
export type Sheets = Record<string, () => ReactNode>

/** What a button of the living page does. */
export const nothing = () => {}
