import { describe, expect, it } from 'vitest'
import { analysisOf, recordingOf } from '../../../tests/builders/analysis'
import type { PairedPhone } from '../../contracts/hand-over'
import type { PhoneSource } from '../../contracts/recording'
import { wordsFor } from '../../words/words'
import { sourcesOf } from './sound-sources'

const words = wordsFor('en')
const sent = (phoneId: string, phone: string) =>
  recordingOf(1, analysisOf([1]), { kind: 'phone', phoneId, phone } as PhoneSource)
const paired = (phoneId: string, name: string): PairedPhone => ({
  phoneId,
  name,
  isPlain: false,
  pairedAt: '2026-11-28T10:00:00.000Z',
  lastSeenAt: null
})

describe('what a stethoscope can be chosen for', () => {
  it('is every file, also where there is none yet', () => {
    expect(sourcesOf([], [], words)).toEqual([{ source: 'files', label: 'Files' }])
  })

  it('is each phone once, by the name that it has now', () => {
    const found = sourcesOf([sent('one', 'Old name'), sent('gone', 'Lent phone')], [paired('one', 'Pixel')], words)
    expect(found.map(({ source, label }) => [source, label])).toEqual([
      ['files', 'Files'],
      ['phone:one', 'Phone: Pixel'],
      ['phone:gone', 'Phone: Lent phone']
    ])
  })
})
