import { describe, expect, it } from 'vitest'
import { wordsFor } from '../../words/words'
import { reportText } from './report-text'

describe('the system report as text', () => {
  it('has a line a check, and how to mend what is wrong', () => {
    const text = reportText(
      {
        version: '0.1.0',
        checkedAt: '2026-11-22T10:00:00Z',
        isInOrder: false,
        checks: [
          { name: 'disk-space', status: 'ok', finding: 'ok', values: { freeBytes: 73e9 } },
          { name: 'port', status: 'failed', finding: 'busy', values: { port: 4780 } }
        ]
      },
      wordsFor('en')
    )
    const [heading, disk, port, mend] = text.split('\n')
    expect(heading).toContain('OPS Fusion 0.1.0')
    expect(disk).toBe('Disk space: in order. 73\u00a0GB free.')
    expect(port).toContain('4780')
    expect(mend).toMatch(/^ {2}What to do: /)
  })
})
