import type { Pcg } from './pcg'
import type { Picture } from './picture'

/** Columns a second: fine enough to see the shape of S1 when zoomed in. */
const COLUMNS_PER_SECOND = 200

/**
 * The lowest and the highest sample of each short span.
 *
 * @returns `[columns x 2]`, at least one column
 */
export function drawWaveform({ samples, sampleRate }: Pcg): Picture<'waveform'> {
  const span = Math.max(1, Math.round(sampleRate / COLUMNS_PER_SECOND))
  const columns = Math.max(1, Math.ceil(samples.length / span))
  const data = new Float32Array(columns * 2)
  for (let column = 0; column < columns; column++) {
    let low = Number.POSITIVE_INFINITY
    let high = Number.NEGATIVE_INFINITY
    for (const sample of samples.subarray(column * span, (column + 1) * span)) {
      if (sample < low) low = sample
      if (sample > high) high = sample
    }
    data[2 * column] = Number.isFinite(low) ? low : 0
    data[2 * column + 1] = Number.isFinite(high) ? high : 0
  }
  return { kind: 'waveform', dims: [columns, 2], data, firstS: 0, hopS: span / sampleRate }
}
