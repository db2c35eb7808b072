import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { ROOT } from './cli-run'
import { keepFigure } from './reliability/figures'

const HARDENING = 'tests/e2e/hardening.test.ts'
const OPTIONS = 'src/main/desktop-door/window-options.test.ts'
const WALLS = [OPTIONS, 'raises every wall between page and machine'] as const

/**
 * The test that asserts each point; null where none can.
 *
 * @source https://www.electronjs.org/docs/latest/tutorial/security, its checklist
 */
const ASSERTED: Record<string, readonly [file: string, test: string] | null> = {
  '1 only secure content': [HARDENING, 'loads nothing but our own page'],
  '2 no Node in the page': WALLS,
  '3 context isolation': WALLS,
  '4 sandbox': [HARDENING, 'is sandboxed, isolated and without Node, in a sandboxed program'],
  '5 permissions': [HARDENING, 'grant nothing else to our page and nothing at all to others'],
  '6 web security': WALLS,
  '7 content security policy': [HARDENING, 'runs no inline script, loads no foreign one, and embeds no page'],
  '8 no insecure content': WALLS,
  '9 no experimental features': WALLS,
  '10 no Blink features': WALLS,
  '11 no popups of webviews': WALLS,
  '12 webviews are checked': [HARDENING, 'attaches no webview'],
  '13 navigation': [HARDENING, 'is refused to every event of Electron that leads to another origin'],
  '14 new windows': [HARDENING, 'opens no window, and outside only the links of the table'],
  '15 what opens outside': ['src/main/desktop-door/links.test.ts', 'opens what is in the table, all of it over https'],
  // Which versions are supported nobody knows without asking.
  '16 a current version': null,
  '17 senders of calls': [HARDENING, 'are refused to %s'],
  '18 no file: pages': [HARDENING, 'gives away nothing of this machine, whatever the path'],
  '19 fuses': ['tests/e2e/pack.test.ts', 'locks the fuses'],
  '20 nothing of Electron in the page': [HARDENING, 'the calls of the contract and nothing of Electron or Node']
}

it('has a test for each point of Electron’s checklist but the one that no test can know', () => {
  const points = Object.entries(ASSERTED)
  const missing = points.filter(
    ([, asserted]) => asserted && !readFileSync(join(ROOT, asserted[0]), 'utf8').includes(asserted[1])
  )
  const asserted = points.filter(([, test]) => test !== null).length - missing.length
  keepFigure({
    promise: 'electron',
    what: 'points of its checklist that a test asserts; that the version is a current one, none can',
    measured: `${asserted} of ${points.length}`,
    toReach: `${points.length - 1} of ${points.length}`,
    isMet: asserted >= points.length - 1
  })
  expect(missing).toEqual([])
})
