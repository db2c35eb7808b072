import { AppError } from '../../core/errors'

/**
 * A decoder's module, or an error that says that the installation is broken, not the file: on Linux, say, the native
 * decoder needs the system's sound library (libasound).
 *
 * @throws {AppError} `internal`
 */
export async function loaded<Module>(module: Promise<Module>): Promise<Module> {
  try {
    return await module
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause)
    throw new AppError('internal', `a decoder cannot be loaded: ${reason}`, { cause })
  }
}
