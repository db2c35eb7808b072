const WINDOW_MS = 10 * 60 * 1000
const PER_ADDRESS = 5
const IN_ALL = 20

/** Counts wrong tokens: one address is soon shut out, and after enough of them everybody is. */
export interface GuessLimit {
  isOpen(address: string): boolean
  /** @returns true when this one was too many for the code that is being guessed */
  count(address: string): boolean
  /** A new code was made by the person at the desktop. */
  forgive(): void
}

/** 256 bits cannot be guessed; the limit keeps guessing cheap for us, and makes it seen. */
export function createGuessLimit(now: () => number = Date.now): GuessLimit {
  let wrong: { address: string; at: number }[] = []
  const recent = () => {
    wrong = wrong.filter(({ at }) => now() - at < WINDOW_MS)
    return wrong
  }
  return {
    isOpen(address) {
      const all = recent()
      return all.length < IN_ALL && all.filter((guess) => guess.address === address).length < PER_ADDRESS
    },
    count(address) {
      return recent().push({ address, at: now() }) >= IN_ALL
    },
    forgive() {
      wrong = []
    }
  }
}
