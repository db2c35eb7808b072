import { AppError } from '../../../core/errors'
import type { GuessLimit } from '../../guess-limit'
import type { Code } from './code'
import type { Phone } from './phones'

/** The code on the screen: one for each server that is open, shown together. */
export interface ShownCode {
  /** Draws new ones, and forgets who guessed the old ones wrong. */
  show(): void
  shownForMs(): number
  /**
   * Ends the wait of the phone that has used it.
   *
   * @throws {AppError} `invalid-request` where that phone does not wait
   */
  settle(phoneId: string): Phone
}

/** @param codes of the servers that are open */
export function createShownCode(codes: () => readonly Code[], guesses: GuessLimit): ShownCode {
  let shownAt = 0
  return {
    show() {
      shownAt = performance.now()
      guesses.forgive()
      for (const code of codes()) code.renew()
    },
    shownForMs: () => performance.now() - shownAt,
    settle(phoneId) {
      const code = codes().find((one) => one.claim()?.phone.id === phoneId)
      const claim = code?.settle()
      if (!claim) throw new AppError('invalid-request', `${phoneId} does not wait`)
      return claim.phone
    }
  }
}
