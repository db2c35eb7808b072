import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { makeRecording } from './recording'
import { summarise, type Timing, timed } from './timing'

const RUNS = 9

/** `ops-fusion analyse FILE --json`, from the start of Node to the end of the process. */
export async function timeColdStart(command: string): Promise<Timing> {
  const folder = await mkdtemp(join(tmpdir(), 'ops-fusion-bench-'))
  try {
    const file = join(folder, 'recording.wav')
    await writeFile(file, makeRecording(1))
    const times: number[] = []
    for (let run = 0; run < RUNS; run++) {
      times.push(await timed(() => promisify(execFile)(process.execPath, [command, 'analyse', file, '--json'])))
    }
    return summarise(times)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
