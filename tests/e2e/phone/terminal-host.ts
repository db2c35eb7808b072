import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ensureBuilt, ROOT } from '../built'

const LINK = /https:\/\/\S+#[\w-]{43}(?=\n)/

/** The real program without a window, as `ops-fusion pair` starts it, with somebody at its keyboard. */
export interface TerminalHost {
  readonly pid: number
  printed(): string
  type(line: string): void
  /** The link on screen, once there is one. */
  link(): Promise<string>
  /** Waits until `text` was printed. */
  said(text: string): Promise<void>
  /** Kills and starts it anew, on the same disk. */
  restart(): Promise<void>
  /** Ends it as a person does; its exit code. */
  interrupt(): Promise<number | null>
  close(): void
}

export function openTerminalHost(): TerminalHost {
  ensureBuilt()
  const data = mkdtempSync(join(tmpdir(), 'ops-fusion-pair-'))
  let program: ChildProcess
  let printed = ''
  const start = () => {
    printed = ''
    program = spawn(process.execPath, [join(ROOT, 'bin/ops-fusion.mjs'), 'pair', '--data', data], {
      stdio: ['pipe', 'pipe', 'inherit']
    })
    program.stdout?.setEncoding('utf8').on('data', (text: string) => {
      printed += text
    })
  }
  const end = (signal: NodeJS.Signals) => {
    const ended = new Promise<number | null>((resolve) => program.once('exit', resolve))
    program.kill(signal)
    return ended
  }
  const until = async <Value>(look: () => Value | null, what: string): Promise<Value> => {
    for (let tries = 0; tries < 600; tries++) {
      const found = look()
      if (found !== null) return found
      await new Promise((resolve) => setTimeout(resolve, 50))
    }
    throw new Error(`${what} was never printed, but: ${printed}`)
  }
  start()
  return {
    get pid() {
      return program.pid ?? 0
    },
    printed: () => printed,
    type: (line) => void program.stdin?.write(`${line}\n`),
    link: () => until(() => LINK.exec(printed)?.[0] ?? null, 'a link'),
    said: (text) => until(() => (printed.includes(text) ? true : null), text).then(() => {}),
    async restart() {
      await end('SIGKILL')
      start()
    },
    interrupt: () => end('SIGINT'),
    close() {
      program.kill('SIGKILL')
      rmSync(data, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}
