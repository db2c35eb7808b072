import type { SingleBar } from 'cli-progress'
import { wordsFor } from '../words/words'

/** How far a long run has come, on standard error. */
export interface ProgressBar {
  advance(): void
  stop(): void
}

const SILENT: ProgressBar = { advance: () => {}, stop: () => {} }

/**
 * A bar where standard error is a terminal and standard output is not: lines on the same screen would tell as much, and
 * break the bar.
 */
export async function openProgress(total: number): Promise<ProgressBar> {
  if (total < 2 || !process.stderr.isTTY || process.stdout.isTTY) return SILENT
  const { default: progress } = await import('cli-progress')
  const { progress: said } = wordsFor('en').terminal
  const bar: SingleBar = new progress.SingleBar({
    stream: process.stderr,
    clearOnComplete: true,
    hideCursor: true,
    // Ctrl+C is the command's own affair: it ends the bar, too.
    gracefulExit: false,
    format: (options, { value, progress: part }) => {
      const width = options.barsize ?? 40
      const done = Math.round(part * width)
      return `${'█'.repeat(done)}${'░'.repeat(width - done)} ${said(value, total)}`
    }
  })
  bar.start(total, 0)
  return { advance: () => bar.increment(), stop: () => bar.stop() }
}
