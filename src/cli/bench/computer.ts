import { availableParallelism, cpus, loadavg, totalmem } from 'node:os'
import { wordsFor } from '../../words/words'

/** What a figure was measured on: the sentence of every page of figures. */
export function describeComputer(): string {
  const { numbers } = wordsFor('en')
  const processor = cpus()[0]?.model.trim() ?? 'an unknown processor'
  return `${availableParallelism()} cores of ${processor}, ${numbers.bytes(totalmem())} of memory, Node ${process.versions.node} on ${process.platform} ${process.arch}`
}

/** What is busy at the start of a run, before it adds its own; 0 where the system does not tell. */
export function loadNow(): number {
  return loadavg()[0] ?? 0
}
