/** The same bytes again and again. */
export function repeated(piece: Uint8Array, count: number): Uint8Array {
  const bytes = new Uint8Array(piece.length * count)
  for (let n = 0; n < count; n++) bytes.set(piece, n * piece.length)
  return bytes
}
