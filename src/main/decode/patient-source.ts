import { BufferSource } from 'mediabunny'
import { AppError } from '../../core/errors'

/** Reads that any file may take; sound files take at most one for every 30 bytes, so one a byte is more than enough. */
const MIN_READS = 10_000

/** The method behind every read, which the library's types leave out. */
const { _read: readBuffer } = BufferSource.prototype as unknown as { _read: (...range: unknown[]) => unknown }

/**
 * A file in memory that ends endless reading: in damaged Matroska mediabunny looks for the next cluster at the same
 * place for ever, and no timer fires meanwhile.
 *
 * @throws {AppError} `audio-damaged` from the read that is one too many
 */
export class PatientSource extends BufferSource {
  private patience: number

  constructor(bytes: Uint8Array) {
    super(bytes)
    this.patience = MIN_READS + bytes.length
  }

  _read(...range: unknown[]): unknown {
    if (this.patience-- <= 0) throw new AppError('audio-damaged', 'read again and again without an end')
    return readBuffer.apply(this, range)
  }
}
