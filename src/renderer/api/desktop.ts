import { channels, type DesktopApi } from '../../contracts/desktop-api'
import { AppError, ERROR_CODES, type ErrorReply, fromErrorReply } from '../../core/errors'
import type { Host } from './host'

type Call = (input?: unknown) => Promise<unknown>
type Methods = Record<string, Record<string, unknown>>

/**
 * The preload's bridge with its failures made whole: what crosses it arrives as plain data, and leaves here as
 * `AppError`.
 */
export function desktopHost(bridge: DesktopApi): Host {
  const given = bridge as unknown as Methods
  const api: Methods = {}
  for (const { domain, method, kind } of channels()) {
    const known = given[domain]?.[method]
    const methods = api[domain] ?? {}
    api[domain] = methods
    methods[method] = kind === 'event' ? known : withAppErrors(known as Call)
  }
  // IPC does not disconnect while the page lives.
  return { api: api as unknown as DesktopApi, onReconnected: () => () => {} }
}

function withAppErrors(call: Call): Call {
  return (input) => call(input).catch((thrown: unknown) => Promise.reject(asAppError(thrown)))
}

/** Whatever was thrown across a boundary, as an `AppError`; what is not ours becomes `internal`. */
export function asAppError(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown
  if (isErrorReply(thrown)) return fromErrorReply(thrown)
  return new AppError('internal', thrown instanceof Error ? thrown.message : String(thrown), { cause: thrown })
}

function isErrorReply(thrown: unknown): thrown is ErrorReply {
  if (typeof thrown !== 'object' || thrown === null || !('code' in thrown) || !('values' in thrown)) return false
  return (ERROR_CODES as readonly unknown[]).includes(thrown.code)
}
