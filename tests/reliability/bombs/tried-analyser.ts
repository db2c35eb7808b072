import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { AppError, ErrorCode } from '../../../src/core/errors'
import { type Analyser, createAnalyser } from '../../../src/main/analysis/analyser'
import type { ProcessPort } from '../../../src/main/analysis/rpc'
import { spawnWithNode } from '../../../src/main/analysis/spawn-node'
import { ROOT } from '../../cli-run'

/** What a file cost the process that analyses. */
export interface Cost {
  outcome: 'answered' | ErrorCode
  wallMs: number
  /** Time on the processor, all threads: what the wall clock would show on an idle computer, or more. */
  processorMs: number
  /** Most memory that it ever held, bytes. */
  peakBytes: number
}

/** Has a file analysed by a process of its own, which has analysed `before` already. */
export async function costOf(path: string, before: string): Promise<Cost> {
  let port: ProcessPort | undefined
  const spawn = () => {
    port = spawnWithNode(join(ROOT, 'out/main/analysis-process.js'))()
    return port
  }
  const analyser = createAnalyser({ models: join(ROOT, 'models'), spawn })
  try {
    await outcomeOf(analyser, before)
    const pid = port!.pid!
    const processorBefore = processorMsOf(pid)
    const begun = performance.now()
    let last = { processorMs: 0, peakBytes: 0 }
    const look = () => {
      last = { processorMs: processorMsOf(pid) - processorBefore, peakBytes: peakBytesOf(pid) }
    }
    const watch = setInterval(() => attempt(look), 20)
    const outcome = await outcomeOf(analyser, path)
    clearInterval(watch)
    attempt(look)
    return { outcome, wallMs: performance.now() - begun, ...last }
  } finally {
    analyser.close()
  }
}

/** Has two files analysed as the program does, the small one given right after the large one. */
export async function raceOf(large: string, small: string): Promise<{ smallMs: number; isSmallFirst: boolean }> {
  const spawn = spawnWithNode(join(ROOT, 'out/main/analysis-process.js'))
  const analyser = createAnalyser({ models: join(ROOT, 'models'), spawn, hasSlowLane: true })
  try {
    await outcomeOf(analyser, small)
    let isLargeDone = false
    const largeDone = outcomeOf(analyser, large).then(() => {
      isLargeDone = true
    })
    const begun = performance.now()
    await outcomeOf(analyser, small)
    const race = { smallMs: performance.now() - begun, isSmallFirst: !isLargeDone }
    await largeDone
    return race
  } finally {
    analyser.close()
  }
}

async function outcomeOf(analyser: Analyser, path: string): Promise<Cost['outcome']> {
  return analyser.analyse({ input: { path }, wantsPictures: true }).then(
    () => 'answered' as const,
    (error: AppError) => error.code
  )
}

/** A process that was ended has no figures any more: the last ones stay. */
function attempt(look: () => void): void {
  try {
    look()
  } catch {}
}

/** @source proc(5): utime and stime, in hundredths of a second */
function processorMsOf(pid: number): number {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]!.split(' ')
  return 10 * (Number(fields[11]) + Number(fields[12]))
}

function peakBytesOf(pid: number): number {
  return 1024 * Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))![1])
}
