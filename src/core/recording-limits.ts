/** What a recording may be: the one place that pages, sentences and both ends of every upload take it from. */
export const RECORDING_LIMITS = {
  /** Less holds too few beats to say anything, even repeated. */
  leastS: 2,
  /**
   * What the network hears at once: a shorter recording is repeated to fill it.
   *
   * The card's `windowLength`, for pages and sentences that have no card; a test holds the two together.
   */
  windowS: 5,
  mostS: 600,
  mostChannels: 8,
  /** Of the file; in powers of 1,000, as sizes are said. */
  mostBytes: 64_000_000,
  leastRateHz: 500,
  mostRateHz: 192_000
} as const
