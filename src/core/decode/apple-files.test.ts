import { describe, expect, it } from 'vitest'
import { readFixture } from '../../../tests/fixtures/audio/fixtures'
import { readPlainFile } from './plain-file'

const samplesOf = async (bytes: Uint8Array) => (await readPlainFile(bytes, 4000)).pcg.samples

/** The fixtures' sound: 16-bit integers, highest byte first, from this byte on. */
function soundAt(file: string, start: number): number[] {
  const bytes = readFixture(file)
  const view = new DataView(bytes.buffer)
  return Array.from({ length: 2000 }, (_, n) => view.getInt16(start + 2 * n) / 32_768)
}

describe('files that Macs and iPhones write', () => {
  it.each([
    ['aiff.aiff', 54],
    ['caf.caf', 92]
  ])('are read to the last bit (%s)', async (file, start) => {
    expect([...(await samplesOf(readFixture(file)))]).toEqual(soundAt(file, start))
  })

  it.each(['aiff.aiff', 'caf.caf'])('are said to be cut short (%s)', async (file) => {
    const { pcg, findings } = await readPlainFile(readFixture(file).subarray(0, 3000), 4000)
    expect(pcg.samples.length).toBeGreaterThan(1400)
    expect(findings.map(({ code }) => code)).toEqual(['cut-short'])
  })

  it('are read with their bytes the other way round, too', async () => {
    const bytes = readFixture('caf.caf')
    new DataView(bytes.buffer).setUint32(32, 2)
    for (let at = 92; at < 92 + 4000; at += 2) bytes.subarray(at, at + 2).reverse()
    expect([...(await samplesOf(bytes))]).toEqual(soundAt('caf.caf', 92))
  })

  it('are refused by name where they hold another coding', async () => {
    const bytes = readFixture('caf.caf')
    bytes.set(Buffer.from('alac'), 28)
    await expect(samplesOf(bytes)).rejects.toMatchObject({ values: { format: 'Apple Lossless (ALAC)' } })
  })
})
