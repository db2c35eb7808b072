/**
 * Text that came with a file or over the network, for a terminal or one line of a page: what these would obey instead of
 * showing it (control characters, changes of direction) stands there as a replacement character.
 *
 * @source Unicode general category C (other)
 */
export function plainText(text: string): string {
  return text.replace(/[\p{C}\u2028\u2029]/gu, '\ufffd')
}

/**
 * The beginning of a text, cut between letters as people see them: an emoji of several parts stays whole or goes.
 *
 * @param most UTF-16 units of the result
 */
export function beginningOf(text: string, most: number): string {
  if (text.length <= most) return text
  let length = 0
  for (const { segment } of new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text)) {
    if (length + segment.length > most) break
    length += segment.length
  }
  return text.slice(0, length)
}
