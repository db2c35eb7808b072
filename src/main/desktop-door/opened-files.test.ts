import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { filesFromSecondStart, filesOf, OpenedFiles } from './opened-files'

describe('filesOf', () => {
  it('finds the files between the switches, from the folder of the start', () => {
    expect(filesOf(['--no-sandbox', 'a.wav', '', '/b/c.wav', '--x=d.wav'], '/home')).toEqual([
      resolve('/home/a.wav'),
      resolve('/b/c.wav')
    ])
  })
})

describe('filesFromSecondStart', () => {
  it.each([null, undefined, 1, 'a.wav', {}, { files: 'a.wav' }, []])('finds nothing in %o', (data) => {
    expect(filesFromSecondStart(data)).toEqual([])
  })

  it('takes words and nothing else', () => {
    expect(filesFromSecondStart({ files: ['a.wav', 1, null, { path: 'b' }] })).toEqual(['a.wav'])
  })
})

describe('OpenedFiles', () => {
  it('keeps what comes early and passes on what comes late', () => {
    const opened = new OpenedFiles()
    const taken: string[][] = []
    opened.add(['a'])
    opened.add(['b', 'c'])
    opened.giveTo((paths) => taken.push(paths))
    opened.add([])
    opened.add(['d'])
    expect(taken).toEqual([['a', 'b', 'c'], ['d']])
  })
})
