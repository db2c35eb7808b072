import { writeFile } from 'node:fs/promises'
import { version } from '../../package.json'
import type { Check, SystemReport } from '../contracts/system'
import { AppError } from '../core/errors'
import { createAnalyser } from '../main/analysis/analyser'
import { spawnWithNode } from '../main/analysis/spawn-node'
import { bundleOf } from '../main/log/bundle'
import { readLog } from '../main/log/log'
import { buildPaths, defaultDataFolder, logFolder } from '../main/paths'
import { checkSystem } from '../main/system/check'
import { wordsFor } from '../words/words'
import { EXIT } from './exit-codes'
import { complain, openTerminal, type Terminal } from './terminal'

export interface DoctorFlags {
  json?: true
  /** Where what helps somebody who is asked is written to. */
  bundle?: string
  data?: string
}

const { system: words } = wordsFor('en')

/** `ops-fusion doctor`: what the program needs, whether it is there, and the mend where it is not. */
export async function doctor(flags: DoctorFlags): Promise<number> {
  const paths = buildPaths(flags.data ?? defaultDataFolder())
  const analyser = createAnalyser({ models: paths.models, spawn: spawnWithNode(paths.analysisProcess) })
  try {
    const report = await checkSystem({ paths, version, analyser })
    const terminal = openTerminal()
    if (flags.bundle !== undefined) await bundle(flags.bundle, report, paths.data, terminal)
    else await terminal.print(flags.json ? JSON.stringify(inWords(report), null, 2) : describe(report, terminal))
    return report.isInOrder ? EXIT.ok : EXIT.failed
  } finally {
    analyser.close()
  }
}

/** Shown as it is written, so that nobody gives away what they have not read. */
async function bundle(path: string, report: SystemReport, data: string, terminal: Terminal): Promise<void> {
  const text = bundleOf(report, await readLog(logFolder(data)))
  await terminal.print(text)
  await writeFile(path, text, { mode: 0o600 }).catch((cause: unknown) => {
    throw new AppError('storage-unwritable', `cannot write ${path}`, { cause, values: { path } })
  })
  complain(wordsFor('en').bundle.written(path))
}

function inWords(report: SystemReport): object {
  return { ...report, checks: report.checks.map((check) => ({ ...check, ...words.explain(check) })) }
}

/** One line a check, its mend below it, the sum at the end. */
function describe({ checks, isInOrder }: SystemReport, { style }: Terminal): string {
  const width = Math.max(...Object.values(words.status).map((status) => status.length))
  const colours = { ok: 'dim', warning: 'yellow', failed: 'red' } as const
  const lines = checks.flatMap((check: Check) => {
    const { said, mend } = words.explain(check)
    const status = style(colours[check.status], words.status[check.status].padEnd(width))
    const first = `${status}  ${style('bold', words.name(check.name))}: ${said}`
    return mend ? [first, `${' '.repeat(width)}  ${mend}`] : [first]
  })
  const failed = checks.filter(({ status }) => status === 'failed').length
  return [...lines, '', isInOrder ? words.allWell : words.wrong(failed)].join('\n')
}
