import { keepFigure, keepNone } from '../figures'
import type { Tally } from './fuzz'

/** Longest time that the door may leave others unheard, ms. */
export const MOST_LAG_MS = 100

/** Writes down what became of damaged files. */
export function keepFuzzFigures({ count, failures, answered, lagMaxMs, lagP99Ms }: Tally): void {
  const files = count.toLocaleString('en')
  const timesOf = (pattern: RegExp) => failures.filter(({ what }) => pattern.test(what)).length
  const [host, process, hung] = [timesOf(/^the host/), timesOf(/^decode-crashed/), timesOf(/^(decode-timeout|no end)/)]
  keepNone('bad-audio', `Deaths of the program, of ${files} damaged files`, host)
  keepNone('bad-audio', 'Deaths of the process that analyses', process)
  keepNone('bad-audio', 'Files that kept it from going on', hung)
  keepNone('bad-audio', 'Refusals that do not say what is wrong with the file', failures.length - host - process - hung)
  keepFigure({
    promise: 'bad-audio',
    what: 'Damaged files of which enough was left for an answer',
    measured: answered.toLocaleString('en'),
    toReach: 'more than 0',
    isMet: answered > 0
  })
  keepFigure({
    promise: 'bad-audio',
    what: `Longest delay of the program's event loop meanwhile (99 % below ${Math.ceil(lagP99Ms)} ms)`,
    measured: `${Math.ceil(lagMaxMs)} ms`,
    toReach: `at most ${MOST_LAG_MS} ms`,
    isMet: lagMaxMs <= MOST_LAG_MS
  })
}
