/** Counts wrong secrets: one address is soon shut out, and after enough of them everybody is. */
export interface GuessLimit {
  isOpen(address: string): boolean
  /** @returns true when this one was too many for the secret that is being guessed */
  count(address: string): boolean
  /** A new secret was made by the person at this computer. */
  forgive(): void
}

/**
 * What we ask for cannot be guessed; the limit keeps guessing cheap for us, and makes it seen.
 *
 * @param withinMs how long a wrong one counts
 */
export function createGuessLimit({
  withinMs,
  perAddress,
  inAll,
  now = Date.now
}: {
  withinMs: number
  perAddress: number
  inAll: number
  now?: () => number
}): GuessLimit {
  let wrong: { address: string; at: number }[] = []
  const recent = () => {
    wrong = wrong.filter(({ at }) => now() - at < withinMs)
    return wrong
  }
  return {
    isOpen(address) {
      const all = recent()
      return all.length < inAll && all.filter((guess) => guess.address === address).length < perAddress
    },
    count(address) {
      return recent().push({ address, at: now() }) >= inAll
    },
    forgive() {
      wrong = []
    }
  }
}
