import { PHONE_ERROR_OF, type PhoneError, type PhoneErrorCode } from '../../../contracts/phone-api'
import { AppError } from '../../../core/errors'

/** Said to a phone instead of what it asked for. */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: PhoneErrorCode
  readonly values: PhoneError['values']

  constructor(code: PhoneErrorCode, message: string, values: PhoneError['values'] = {}) {
    super(message)
    this.code = code
    this.values = values
  }
}

export const STATUS_OF: Record<PhoneErrorCode, number> = {
  'invalid-request': 400,
  'not-paired': 401,
  'bad-signature': 401,
  'stale-nonce': 401,
  'not-confirmed': 403,
  'not-allowed': 403,
  'code-expired': 403,
  'no-such-upload': 404,
  'too-slow': 408,
  'wrong-offset': 409,
  'upload-differs': 409,
  'too-large': 413,
  'wrong-hash': 422,
  'too-many-guesses': 429,
  internal: 500,
  busy: 503,
  'disk-full': 507
}

/** Seconds after which it makes sense to come back. */
export const RETRY_AFTER_S: Partial<Record<PhoneErrorCode, number>> = { busy: 1, 'too-many-guesses': 600 }

/** Anything thrown, as a phone may know it: what is not ours to tell becomes `internal`, without its message. */
export function toPhoneError(thrown: unknown): PhoneError {
  if (thrown instanceof Refusal) return { code: thrown.code, message: thrown.message, values: thrown.values }
  const code = (thrown instanceof AppError && PHONE_ERROR_OF[thrown.code]) || 'internal'
  return { code, message: code, values: {} }
}
