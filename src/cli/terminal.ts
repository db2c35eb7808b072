import { once } from 'node:events'
import { styleText } from 'node:util'
import { plainText } from '../core/plain-text'
import { wordsFor } from '../words/words'
import { EXIT } from './exit-codes'

type Style = 'bold' | 'dim' | 'red' | 'yellow'

/** Standard output, written at the reader's pace. */
export interface Terminal {
  print(text: string): Promise<void>
  /** Emphasis where the output is a terminal that wants it; the words alone say everything. */
  style(style: Style, text: string): string
  /** The reader has gone away, as `head` does. */
  isClosed(): boolean
}

/** Says a sentence on standard error; what it takes from files cannot make the terminal do anything. */
export function complain(sentence: string): void {
  process.stderr.write(`${plainText(sentence)}\n`)
}

/**
 * Ends the program where its output cannot be written, with a sentence; a reader that has gone away is no fault.
 *
 * Printing is the last step of every command, so nothing else is lost.
 */
export function endWhereOutputFails(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') return
    complain(wordsFor('en').terminal.outputFailed)
    process.exit(EXIT.failed)
  })
}

/** @param onClosed called once when nobody reads on */
export function openTerminal(onClosed: () => void = () => {}): Terminal {
  let isClosed = false
  process.stdout.on('error', () => {
    isClosed = true
    onClosed()
  })
  const isStyled = wantsStyle(process.stdout.isTTY, process.env)
  return {
    isClosed: () => isClosed,
    style: (style, text) => (isStyled ? styleText(style, text) : text),
    async print(text) {
      if (isClosed || process.stdout.write(`${text}\n`)) return
      await Promise.race([once(process.stdout, 'drain'), once(process.stdout, 'close')]).catch(() => undefined)
    }
  }
}

/** @source no-color.org: any value that is not empty */
function wantsStyle(isTerminal: boolean, env: NodeJS.ProcessEnv): boolean {
  return isTerminal && !env['NO_COLOR'] && env['TERM'] !== 'dumb'
}
