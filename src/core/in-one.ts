/**
 * The parts, one after the other.
 *
 * @param make an empty whole of so many elements
 */
export function inOne<Whole extends Uint8Array | Float32Array>(
  parts: readonly Whole[],
  make: (length: number) => Whole
): Whole {
  const whole = make(parts.reduce((length, part) => length + part.length, 0))
  let length = 0
  for (const part of parts) {
    whole.set(part, length)
    length += part.length
  }
  return whole
}
