/**
 * Reads bits, most significant first, from bytes that stay where they are.
 *
 * Behind the end it throws `RangeError`, as `DataView` does; the last three bytes can only be read when four more bytes
 * follow them, so give it a padded copy (see {@link padded}).
 */
export class BitReader {
  private readonly view: DataView

  /** @param position of the next bit; files are below 256 MB, so it fits 31 bits */
  constructor(
    bytes: Uint8Array,
    public position = 0
  ) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  }

  /** @param count 0 to 32 bits */
  unsigned(count: number): number {
    if (count > 24) return this.unsigned(count - 16) * 65536 + this.unsigned(16)
    if (count === 0) return 0
    const value = this.peek() >>> (32 - count)
    this.position += count
    return value
  }

  /** @param count 1 to 33 bits, two's complement */
  signed(count: number): number {
    const high = count > 24 ? count - 24 : count
    const top = this.peek() >> (32 - high)
    this.position += high
    return count > 24 ? top * 2 ** 24 + this.unsigned(24) : top
  }

  /** Counts zeros up to the next one, and passes both. */
  unary(): number {
    let zeros = 0
    let leading = Math.clz32(this.peek())
    while (leading > 24) {
      zeros += 24
      this.position += 24
      leading = Math.clz32(this.peek())
    }
    this.position += leading + 1
    return zeros + leading
  }

  /**
   * Rice-coded numbers: a unary quotient, then `parameter` bits, folded so that 0 1 2 3 4 mean 0 -1 1 -2 2 (RFC 9639,
   * 9.2.7.1).
   *
   * @param parameter 0 to 30 bits
   */
  rice(parameter: number, numbers: Float64Array, start: number, end: number): void {
    for (let n = start; n < end; n++) {
      const window = this.peek()
      const quotient = Math.clz32(window)
      const length = quotient + 1 + parameter
      if (length <= 24) {
        // the whole code lies in one window: by far the most common case
        const remainder = (((window << quotient) << 1) >>> 1) >>> (31 - parameter)
        const folded = (quotient << parameter) | remainder
        numbers[n] = (folded >>> 1) ^ -(folded & 1)
        this.position += length
      } else {
        const folded = this.unary() * 2 ** parameter + this.unsigned(parameter)
        numbers[n] = folded % 2 === 0 ? folded / 2 : -(folded + 1) / 2
      }
    }
  }

  alignToByte(): void {
    this.position = (this.position + 7) & ~7
  }

  /** At least the next 25 bits, at the top of a 32-bit integer. */
  private peek(): number {
    return this.view.getInt32(this.position >> 3) << (this.position & 7)
  }
}

/** A copy with four zero bytes behind it, so that a window of four bytes fits at every byte. */
export function padded(bytes: Uint8Array): Uint8Array {
  const copy = new Uint8Array(bytes.length + 4)
  copy.set(bytes)
  return copy
}
