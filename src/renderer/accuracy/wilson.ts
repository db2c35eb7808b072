/** Two-sided 95 % of a normal distribution. */
const Z = 1.96

/**
 * 95 % interval of a share, from counts.
 *
 * @param count at least 1
 * @source Wilson, J. Am. Stat. Assoc. 22:209 (1927)
 */
export function wilson(hits: number, count: number): { low: number; high: number } {
  const share = hits / count
  const scale = 1 + Z ** 2 / count
  const centre = (share + Z ** 2 / (2 * count)) / scale
  const half = (Z * Math.sqrt((share * (1 - share)) / count + Z ** 2 / (4 * count ** 2))) / scale
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}
