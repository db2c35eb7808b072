import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '../../../core/errors'
import { onStablePort } from './port'

let folder: string
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ops-fusion-port-'))
})
afterEach(() => rm(folder, { recursive: true }))

/** Opens as the system would where some ports are taken: 0 becomes 50123. */
function openerWith(taken: readonly number[]) {
  return async (port: number) => {
    if (taken.includes(port)) throw new AppError('busy-port', `${port}`)
    return { port: port === 0 ? 50_123 : port }
  }
}

describe('the port for phones', () => {
  it('stays the same, for a phone keeps its unsent recordings by address and port', async () => {
    const first = await onStablePort(folder, 'https', openerWith([]))
    expect(await onStablePort(folder, 'https', openerWith([]))).toEqual(first)
    expect((await onStablePort(folder, 'http', openerWith([]))).port).not.toBe(first.port)
  })

  it('moves when somebody else has it, and stays where it went', async () => {
    const { port } = await onStablePort(folder, 'https', openerWith([]))
    expect(await onStablePort(folder, 'https', openerWith([port]))).toEqual({ port: 50_123 })
    expect(await onStablePort(folder, 'https', openerWith([]))).toEqual({ port: 50_123 })
  })

  it('is found again from a damaged memory, and other failures are told', async () => {
    await writeFile(join(folder, 'ports.json'), '{"https":')
    expect((await onStablePort(folder, 'https', openerWith([]))).port).toBeGreaterThan(0)
    const denied = async () => Promise.reject(new Error('denied'))
    await expect(onStablePort(folder, 'https', denied)).rejects.toThrow('denied')
  })
})
