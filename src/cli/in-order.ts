/**
 * Works on many things at once and hands the results out in the order of the things.
 *
 * At most `ahead` of them are begun and not yet handed out, so that one slow file does not let the others pile up.
 *
 * @throws {RangeError} when `ahead` is below 1
 */
export async function* inOrder<Item, Result>(
  items: Iterable<Item>,
  ahead: number,
  work: (item: Item) => Promise<Result>
): AsyncGenerator<Result> {
  if (ahead < 1) throw new RangeError(`${ahead} at once`)
  const begun: Promise<Result>[] = []
  for (const item of items) {
    const result = work(item)
    // Its failure is thrown where it is handed out; until then it is not an unhandled one.
    result.catch(() => undefined)
    begun.push(result)
    if (begun.length >= ahead) yield await begun.shift()!
  }
  for (const result of begun) yield await result
}
