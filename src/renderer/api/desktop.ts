import { apiOver } from '../../contracts/api-over'
import type { DesktopApi, Unsubscribe } from '../../contracts/desktop-api'
import { AppError, ERROR_CODES, type ErrorReply, fromErrorReply } from '../../core/errors'
import type { Host } from './host'

/**
 * The preload's bridge with its failures made whole: what crosses it arrives as plain data, and leaves here as
 * `AppError`.
 */
export function desktopHost(bridge: DesktopApi): Host {
  const api = apiOver({
    call: (name, input) => methodOf<Call>(bridge, name)(input).catch((thrown) => Promise.reject(asAppError(thrown))),
    listen: (name, listener) => methodOf<Listen>(bridge, name)(listener)
  })
  // IPC does not disconnect while the page lives.
  return { api, onReconnected: () => () => {} }
}

type Call = (input: unknown) => Promise<unknown>
type Listen = (listener: (payload: unknown) => void) => Unsubscribe

/** Of the bridge, which is made of the same names. */
function methodOf<Method>(bridge: DesktopApi, name: string): Method {
  const [domain = '', method = ''] = name.split('.')
  return Reflect.get(Reflect.get(bridge, domain), method)
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
