import { describe, expect, it } from 'vitest'
import { ACCEPTED_FILES, SOUND_ENDINGS, sortFound } from './sound-files'

describe('a file in a folder', () => {
  it.each(['heart.wav', 'HEART.FLAC', 'no-ending', 'a.unknown', 'dot.', 'README.md.wav'])('%s is tried', (name) => {
    expect(sortFound(name)).toBe('sound')
  })

  it.each(['README.md', 'labels.csv', 'RECORDS.TXT', 'a0001.hea', 'picture.png'])('%s is left out', (name) => {
    expect(sortFound(name)).toBe('other')
  })

  it.each(['.DS_Store', '.git', 'Thumbs.db', 'desktop.ini'])('%s is passed over', (name) => {
    expect(sortFound(name)).toBe('hidden')
  })

  it('is never left out for an ending that the dialogs offer', () => {
    expect(SOUND_ENDINGS.map((ending) => sortFound(`a.${ending}`))).toEqual(SOUND_ENDINGS.map(() => 'sound'))
    expect(ACCEPTED_FILES.split(',')).toEqual(expect.arrayContaining(['audio/*', '.wav', '.mka']))
  })
})
