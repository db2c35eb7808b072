import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { framesOf } from './frames'

const SECRET = 'Ann Smith'

function withStack(message: string, ...lines: string[]): Error {
  const error = new TypeError(message)
  error.stack = [`TypeError: ${message}`, ...lines].join('\n')
  return error
}

describe('where an error was thrown', () => {
  it('is said by function, file and line, without folders', () => {
    const error = withStack(
      'x',
      '    at Object.open [as run] (/srv/ann/a (b)/out/main/index.js:10:2)',
      '    at async Server.start (D:\\ann\\door.js:3:4)',
      '    at file:///srv/ann/out/main/cli.js:1:2',
      '    at process.processTicksAndRejections (node:internal/process/task_queues:95:5)'
    )
    expect(framesOf(error)).toBe(
      'Object.open@index.js:10:2<Server.start@door.js:3:4<cli.js:1:2<process.processTicksAndRejections@task_queues:95:5'
    )
  })

  it('is found in a real error, and only there', () => {
    expect(framesOf(new Error('x'))).toMatch(/^frames\.test\.ts:\d+:\d+/)
    expect([framesOf('x'), framesOf(undefined), framesOf({ stack: SECRET })]).toEqual(['', '', ''])
  })

  it('never tells what the error says, nor where a person keeps what', () => {
    const name = fc.string({ unit: 'grapheme' }).map((text) => `${text}${SECRET}`)
    fc.assert(
      fc.property(name, name, (message, folder) => {
        const error = withStack(message, `    at open (/home/${folder}/index.js:1:2)`, `    at ${message}`, message)
        expect(framesOf(error)).not.toContain(SECRET)
      })
    )
  })
})
