/** Counts wrong secrets: one address is soon shut out, and where secrets are short, after enough of them everybody is. */
export interface GuessLimit {
  isOpen(address: string): boolean
  count(address: string): void
  /** A new secret was made by the person at this computer. */
  forgive(): void
}

/**
 * What we ask for cannot be guessed; the limit keeps guessing cheap for us, and makes it seen.
 *
 * @param withinMs how long a wrong one counts
 * @param inAll only where a person made the secret up: it lets anybody shut out everybody
 * @param now ms of a clock that nobody sets
 */
export function createGuessLimit({
  withinMs,
  perAddress,
  inAll = Number.POSITIVE_INFINITY,
  now = () => performance.now()
}: {
  withinMs: number
  perAddress: number
  inAll?: number
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
      recent().push({ address, at: now() })
    },
    forgive() {
      wrong = []
    }
  }
}
