import { describe, expect, it } from 'vitest'
import { walk } from './dropped-files'

const file = (name: string) =>
  ({
    name,
    isFile: true,
    isDirectory: false,
    file: (done: (file: File) => void) => done(new File(['x'], name))
  }) as unknown as FileSystemEntry

/** Like the browser's: a hundred at a time, then none. */
const folder = (name: string, children: FileSystemEntry[]) =>
  ({
    name,
    isFile: false,
    isDirectory: true,
    createReader() {
      let from = 0
      return {
        readEntries(done: (entries: FileSystemEntry[]) => void) {
          const batch = children.slice(from, from + 100)
          from += 100
          setTimeout(() => done(batch))
        }
      }
    }
  }) as unknown as FileSystemEntry

const namesOf = async (entries: FileSystemEntry[]) => (await walk(entries)).files.map(({ name }) => name)

describe('a dropped folder', () => {
  it('is walked to the bottom, in the order of names', async () => {
    const tree = folder('ward', [file('a10.wav'), file('a2.wav'), folder('b', [file('deep.flac')])])
    expect(await namesOf([tree, file('last.mp3')])).toEqual(['a2.wav', 'a10.wav', 'deep.flac', 'last.mp3'])
  })

  it('with more than a hundred files is read to its end', async () => {
    const children = Array.from({ length: 250 }, (_, index) => file(`${index}.wav`))
    expect(await namesOf([folder('many', children)])).toHaveLength(250)
  })

  it('leaves out hidden files and clutter', async () => {
    const tree = folder('x', [
      file('.DS_Store'),
      file('Thumbs.db'),
      folder('.git', [file('object')]),
      file('heart.wav')
    ])
    expect(await namesOf([tree])).toEqual(['heart.wav'])
  })

  it('leaves out what lies beside recordings and counts it, but no file that was dropped itself', async () => {
    const tree = folder('ward', [file('README.md'), folder('b', [file('labels.csv'), file('heart.wav')]), file('odd')])
    const { files, leftOut } = await walk([tree, file('notes.txt')])
    expect(files.map(({ name }) => name)).toEqual(['heart.wav', 'odd', 'notes.txt'])
    expect(leftOut).toBe(2)
  })

  it('tells when a file cannot be read', async () => {
    const broken = {
      name: 'gone.wav',
      isFile: true,
      file: (_: unknown, fail: (error: Error) => void) => fail(new Error('gone'))
    }
    await expect(walk([broken as unknown as FileSystemEntry])).rejects.toThrow('gone')
  })
})
