import type { TestOptions } from 'vitest'

/**
 * For a test that records: a browser does so in real time, and a computer that is busy for a moment drops sound, which
 * the page then says rightly. Such a test may be tried once more; `npm test` counts those that were.
 */
export const inRealTime: TestOptions = { retry: 1 }
