import { create } from 'qrcode'
import { describe, expect, it } from 'vitest'
import { qrForTerminal, qrOf } from './qr'

const LINK = `https://192.168.1.23:4790/#${'A'.repeat(43)}`

/** Which squares are dark, as the library has them. */
function squares(errorCorrectionLevel: 'L' | 'M'): boolean[][] {
  const { size, data } = create(LINK, { errorCorrectionLevel }).modules
  return Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => Boolean(data[row * size + column]))
  )
}

describe('a QR code', () => {
  it('is drawn square by square, inside a quiet zone of four', () => {
    const { size, path } = qrOf(LINK)
    const drawn = Array.from({ length: size }, () => Array.from({ length: size }, () => false))
    for (const [, x, y, width] of path.matchAll(/M(\d+) (\d+)h(\d+)v1H\1z/g))
      for (let column = 0; column < Number(width); column++) drawn[Number(y)]![Number(x) + column] = true
    expect(drawn.slice(4, -4).map((row) => row.slice(4, -4))).toEqual(squares('M'))
    expect(drawn.slice(0, 4).flat()).not.toContain(true)
    expect(path.replaceAll(/M\d+ \d+h\d+v1H\d+z/g, '')).toBe('')
  })

  it('is drawn with half blocks in a terminal, dark on light', () => {
    const lines = qrForTerminal(LINK).split('\n')
    const rows = lines.flatMap((line) => {
      expect(line.startsWith('\u001b[30;107m')).toBe(true)
      const blocks = [...line.slice('\u001b[30;107m'.length, -'\u001b[0m'.length)]
      return ['\u2580\u2588', '\u2584\u2588'].map((dark) => blocks.map((block) => dark.includes(block)))
    })
    const wanted = squares('L')
    expect(rows.slice(4, 4 + wanted.length).map((row) => row.slice(4, -4))).toEqual(wanted)
    expect(rows.flat().filter(Boolean)).toHaveLength(wanted.flat().filter(Boolean).length)
  })
})
