import type { MarkedBeat } from '../picture'

/** Columns of the table, one beat a row; seconds from the beginning of the recording. */
const COLUMNS = ['s1_start_s', 's1_s', 's1_end_s', 's2_start_s', 's2_s', 's2_end_s', 'rr_s', 'sureness'] as const

/**
 * Beats as a table for other programs: comma-separated, a line of names first.
 *
 * @returns times to a millisecond; `rr_s` empty where it is unknown
 * @source RFC 4180
 */
export function beatsCsv(beats: readonly MarkedBeat[]): string {
  const rows = beats.map(({ s1, alignedS, s2, s2S, rrS, sureness }) => [
    ...[s1.startS, alignedS, s1.endS, s2.startS, s2S, s2.endS].map((seconds) => seconds.toFixed(3)),
    rrS === null ? '' : rrS.toFixed(4),
    sureness.toFixed(3)
  ])
  return `${[COLUMNS, ...rows].map((row) => row.join(',')).join('\r\n')}\r\n`
}
