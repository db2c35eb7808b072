import { AppError } from '../errors'

/** The error for a format that we recognise and do not decode; people read its name. */
export function unsupported(format: string): AppError {
  return new AppError('format-unsupported', `cannot decode ${format}`, { values: { format } })
}
