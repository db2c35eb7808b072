/** What the shell is told. */
export const EXIT = {
  /** Every file analysed (cannot-tell included); everything in order. */
  ok: 0,
  /** Some files failed; something is wrong. */
  failed: 1,
  /** The command line cannot be understood. */
  usage: 2,
  /** Ended by Ctrl+C. @source POSIX shells: 128 + the signal's number */
  interrupted: 130
} as const
