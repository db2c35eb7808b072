import { type ChildProcess, fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, chromium } from 'playwright-core'
import type { Reply } from '../electron-double/control'
import type { ElectronDouble } from '../electron-double/electron'
import { ensureBuilt, ROOT } from './built'
import { watch } from './console-watch'
import type { Door } from './door'

const DOUBLE = join(ROOT, 'tests', 'electron-double', 'bin.mjs')

export interface DesktopOptions {
  /** Words of the command line. */
  words?: readonly string[]
  /** The data folder of an earlier start; it is then the caller's to remove. */
  data?: string
  /** The program's folder, where it is not this repository. */
  root?: string
}

export interface DesktopDoor extends Door {
  /**
   * Runs a function in the main process and hands back a copy of what it answers.
   * The function travels as text: it sees its two parameters and nothing else.
   */
  evaluate<Value, Argument = undefined>(
    f: (context: ElectronDouble, argument: Argument) => Value | Promise<Value>,
    argument?: Argument
  ): Promise<Value>
  /** Resolves with the exit code once the program has ended by itself. */
  ended: Promise<number | null>
}

/** Starts the built program with the double for Electron, and takes part in the page of its window. */
export async function openDesktopDoor({ words = [], data, root = ROOT }: DesktopOptions = {}): Promise<DesktopDoor> {
  ensureBuilt()
  const folder = data ?? mkdtempSync(join(tmpdir(), 'ops-fusion-desktop-'))
  const main = startDouble(root, words, folder)
  const browser = await joinBrowser(main).catch((thrown: unknown) => {
    main.child.kill()
    throw thrown
  })
  const page = browser.contexts()[0]?.pages()[0]
  if (page === undefined) throw new Error('the program opened no window')
  await page.setViewportSize({ width: 1280, height: 800 })
  const origin = new URL(page.url()).origin
  const watched = watch(page, origin)
  // Once more from the beginning, to hear every complaint; but what a start opens is shown only once.
  if (words.length === 0) await page.reload({ waitUntil: 'load' })
  return {
    name: 'desktop',
    page,
    origin,
    data: folder,
    problems: watched.problems,
    evaluate: main.evaluate,
    ended: main.ended,
    async close() {
      await browser.close()
      main.child.kill('SIGTERM')
      await main.ended
      if (data === undefined) rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    }
  }
}

/** A start of the program without a look at its window: one that hands its files to the first and ends. */
export async function startAgain(words: readonly string[], data: string): Promise<number | null> {
  return startDouble(ROOT, words, data).ended
}

function startDouble(root: string, words: readonly string[], data: string) {
  const child = fork(DOUBLE, [root, ...words], {
    cwd: root,
    execArgv: [],
    env: { ...process.env, OPS_FUSION_DATA: data },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc']
  })
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve))
  return { child, ended, evaluate: evaluator(child) }
}

function evaluator(child: ChildProcess): DesktopDoor['evaluate'] {
  const waiting = new Map<number, (reply: Reply) => void>()
  let lastId = 0
  child.on('message', (reply: Reply) => waiting.get(reply.id)?.(reply))
  child.once('exit', () => {
    for (const [id, settle] of waiting) settle({ id, error: 'the program has ended' })
  })
  return (f, argument) =>
    new Promise((resolve, reject) => {
      const id = ++lastId
      waiting.set(id, (reply) => {
        waiting.delete(id)
        if ('error' in reply) reject(new Error(reply.error))
        else resolve(reply.value as never)
      })
      child.send({ id, source: f.toString(), argument })
    })
}

async function joinBrowser({ evaluate }: { evaluate: DesktopDoor['evaluate'] }): Promise<Browser> {
  const endpoint = await evaluate(async ({ electron, double }) => {
    const isLoaded = () => electron.BrowserWindow.getAllWindows().some((window) => window.isVisible())
    while (!isLoaded()) await new Promise((resolve) => setTimeout(resolve, 20))
    return double.chromium.endpoint()
  })
  return chromium.connectOverCDP(endpoint, { noDefaults: true })
}
