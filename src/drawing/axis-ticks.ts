export interface Ticks {
  values: number[]
  /** Digits after the point that tell neighbouring ticks apart. */
  digits: number
}

/**
 * Round values (1, 2 or 5 times a power of ten apart) within a range, as many as have room.
 *
 * @param low first value that may carry a tick
 * @param high last one
 * @param most at least 1
 */
export function ticksBetween(low: number, high: number, most: number): Ticks {
  const span = high - low
  if (!(span > 0) || most < 1) return { values: [], digits: 0 }
  const rough = span / most
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough * (1 - 1e-9))!
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9))
  const first = Math.ceil(low / step - 1e-9)
  const last = Math.floor(high / step + 1e-9)
  // Multiples, not sums: rounding errors must not pile up along the axis.
  const values = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => (first + index) * step)
  return { values, digits }
}

/** Width of a digit, a point or a sign in the axes' type, CSS pixels. */
const DIGIT_PX = 8

/**
 * How a label is set beside its tick so that no edge cuts it.
 *
 * @param x of the tick, CSS pixels from the left of an axis of `widthPx`
 */
export function tickAnchor(x: number, label: string, widthPx: number): 'start' | 'middle' | 'end' {
  const half = (label.length * DIGIT_PX) / 2
  if (x < half) return 'start'
  return x > widthPx - half ? 'end' : 'middle'
}
