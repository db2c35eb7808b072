import { create } from 'qrcode'
import type { Qr } from '../../../contracts/hand-over'

/** Light squares around the code, without which cameras do not find it. @source ISO/IEC 18004, section 5.3.8 */
const QUIET = 4

/** A QR code as an SVG path, one bar a run of dark squares. */
export function qrOf(text: string): Qr {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  const isDark = (row: number, column: number) => column < size && Boolean(data[row * size + column])
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (!isDark(row, column)) continue
      const from = column
      while (isDark(row, column + 1)) column++
      path += `M${from + QUIET} ${row + QUIET}h${column - from + 1}v1H${from + QUIET}z`
    }
  }
  return { size: size + 2 * QUIET, path }
}

/** Black on white, whatever the terminal's own colours are: cameras look for it that way round. */
const PAPER = '\u001b[30;107m'
const PLAIN = '\u001b[0m'

/** The same for a terminal, two rows of squares a line. */
export function qrForTerminal(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: 'L' }).modules
  const isDark = (row: number, column: number) =>
    row >= 0 && column >= 0 && row < size && column < size && Boolean(data[row * size + column])
  const lines: string[] = []
  for (let row = -QUIET; row < size + QUIET; row += 2) {
    let line = ''
    for (let column = -QUIET; column < size + QUIET; column++)
      line += HALVES[Number(isDark(row, column)) + 2 * Number(isDark(row + 1, column))]
    lines.push(`${PAPER}${line}${PLAIN}`)
  }
  return lines.join('\n')
}

/** Neither, upper, lower, both. */
const HALVES = [' ', '\u2580', '\u2584', '\u2588']
