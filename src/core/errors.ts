/** Every way in which the world can fail us; `src/words` has a sentence for each. */
export const ERROR_CODES = [
  'audio-empty',
  'audio-too-short',
  'audio-too-long',
  'audio-damaged',
  'audio-index-missing',
  'audio-no-track',
  'audio-rate-unsupported',
  'channel-missing',
  'format-unknown',
  'format-unsupported',
  'decode-timeout',
  'decode-crashed',
  'decode-memory',
  'file-not-found',
  'file-unreadable',
  'file-name-unreadable',
  'file-too-large',
  'disk-full',
  'storage-unwritable',
  'library-damaged',
  'library-newer',
  'library-in-use',
  'recording-not-found',
  'stethoscope-not-found',
  'stethoscope-damaged',
  'stethoscope-other-network',
  'model-missing',
  'model-damaged',
  'cancelled',
  'home-missing',
  'busy-port',
  'port-not-allowed',
  'not-allowed',
  'invalid-request',
  'host-unreachable',
  'internal'
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

/** Values that a sentence about the failure may name: a format, a limit, a path. */
export type ErrorValues = Readonly<Record<string, string | number>>

/**
 * A failure of the world, not of the caller (that is a `RangeError`).
 *
 * `message` is for logs and developers; people read what `src/words` makes of `code` and `values`.
 */
export class AppError extends Error {
  override readonly name = 'AppError'
  readonly code: ErrorCode
  readonly values: ErrorValues

  constructor(code: ErrorCode, message: string, options: ErrorOptions & { values?: ErrorValues } = {}) {
    super(message, options)
    this.code = code
    this.values = options.values ?? {}
  }
}

/** A failure as it crosses a boundary (a process, the network). */
export interface ErrorReply {
  code: ErrorCode
  message: string
  values: ErrorValues
}

/** Anything thrown, as an error that can cross a boundary; what is not ours becomes `internal`. */
export function toErrorReply(thrown: unknown): ErrorReply {
  if (thrown instanceof AppError) return { code: thrown.code, message: thrown.message, values: thrown.values }
  return { code: 'internal', message: thrown instanceof Error ? thrown.message : String(thrown), values: {} }
}

/** The other end of {@link toErrorReply}. */
export function fromErrorReply({ code, message, values }: ErrorReply): AppError {
  return new AppError(code, message, { values })
}
