/**
 * The value that a share of all values lies below, between two of them in proportion, as numpy's.
 *
 * @param values at least one; they are put into another order
 * @param share 0 to 1
 * @source Hoare, Communications of the ACM 4:321 (1961), Algorithm 65: Find. A full sort takes ten times as long.
 */
export function quantile(values: Float32Array, share: number): number {
  const place = share * (values.length - 1)
  const below = Math.floor(place)
  putInPlace(values, below)
  if (place === below) return values[below]!
  let next = Number.POSITIVE_INFINITY
  for (let index = below + 1; index < values.length; index++) next = Math.min(next, values[index]!)
  return values[below]! + (place - below) * (next - values[below]!)
}

/** Puts the value there that a sort would, none larger before it and none smaller behind it. */
function putInPlace(values: Float32Array, place: number): void {
  let [first, last] = [0, values.length - 1]
  while (first < last) {
    const pivot = values[(first + last) >> 1]!
    let [left, right] = [first, last]
    while (left <= right) {
      while (values[left]! < pivot) left++
      while (values[right]! > pivot) right--
      if (left <= right) {
        const swapped = values[left]!
        values[left] = values[right]!
        values[right] = swapped
        left++
        right--
      }
    }
    if (place <= right) last = right
    else if (place >= left) first = left
    else return
  }
}
