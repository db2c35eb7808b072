import type { Page } from 'playwright-core'

/** An open program, whichever door it was opened by. */
export interface Door {
  name: 'desktop' | 'browser'
  page: Page
  origin: string
  /** Library and settings of this start. */
  data: string
  /** What the page has done wrong so far: console errors, broken policy, foreign requests. */
  problems(): string[]
  /** Ends the program and removes its data. */
  close(): Promise<void>
}
