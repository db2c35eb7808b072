import { expect, it } from 'vitest'
import { bundleOf } from './bundle'

it('holds versions, checks and the log, and of the checks nothing that names a place', () => {
  const text = bundleOf(
    {
      version: '0.1.0',
      checkedAt: '2026-11-22T10:00:00.000Z',
      isInOrder: false,
      checks: [
        { name: 'runtime', status: 'ok', finding: 'ok', values: { node: '24.1.0', cores: 4, processor: 'X' } },
        {
          name: 'storage',
          status: 'failed',
          finding: 'unwritable',
          values: { folder: '/srv/ann', problem: 'EACCES' }
        },
        { name: 'network', status: 'ok', finding: 'ok', values: { addresses: ['192.168.0.12'] } }
      ]
    },
    ['2026-11-22T09:58:12.104Z stop']
  )
  expect(text).toBe(`OPS Fusion 0.1.0, 2026-11-22T10:00:00.000Z

runtime: ok node=24.1.0 cores=4
storage: failed unwritable
network: ok

2026-11-22T09:58:12.104Z stop
`)
})
