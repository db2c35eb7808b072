import { create, toString as draw } from 'qrcode'
import type { Qr } from '../../contracts/pairing'

/** Light squares around the code, without which cameras do not find it. @source ISO/IEC 18004, section 5.3.8 */
const QUIET = 4

/** A QR code as an SVG path of unit squares. */
export function qrOf(text: string): Qr {
  const { size, data } = create(text, { errorCorrectionLevel: 'M' }).modules
  let path = ''
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      if (data[row * size + column]) path += `M${column + QUIET} ${row + QUIET}h1v1h-1z`
    }
  }
  return { size: size + 2 * QUIET, path }
}

/** The same for a terminal, two rows of squares a line. */
export function qrForTerminal(text: string): Promise<string> {
  return draw(text, { type: 'terminal', small: true, errorCorrectionLevel: 'L' })
}
