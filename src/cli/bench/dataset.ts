import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { AnalysisLine } from '../line'
import { watchMemory } from './memory'

export interface DatasetFigures {
  files: number
  failed: number
  /** Hours of sound. */
  hours: number
  wallS: number
  processes: number
  /** Resident memory of all processes together at its highest, bytes; null where the system does not tell. */
  peakMemoryBytes: number | null
}

/** `ops-fusion analyse FOLDER --json --threads N`, with the memory of all its processes watched. */
export async function runDataset(command: string, folder: string, processes: number): Promise<DatasetFigures> {
  const begun = performance.now()
  const child = spawn(process.execPath, [command, 'analyse', folder, '--json', '--threads', String(processes)], {
    stdio: ['ignore', 'pipe', 'ignore']
  })
  const stopWatching = watchMemory(child.pid!)
  const figures = { files: 0, failed: 0, seconds: 0 }
  const ended = once(child, 'close')
  for await (const text of createInterface(child.stdout)) {
    const line: AnalysisLine = JSON.parse(text)
    figures.files++
    if ('error' in line) figures.failed++
    else figures.seconds += line.durationS
  }
  await ended
  const wallS = (performance.now() - begun) / 1000
  const { files, failed, seconds } = figures
  return { files, failed, hours: seconds / 3600, wallS, processes, peakMemoryBytes: stopWatching() }
}
