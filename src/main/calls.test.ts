import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { channels, type Handlers } from '../contracts/desktop-api'
import { AppError } from '../core/errors'
import { replyToCall } from './calls'
import { schemas } from './schemas'

const ID = '3f2b8a52-6c1e-4d53-9c9b-0a4c2f1f7f11'

/** Handlers that answer with what they were asked: only the way in is under test. */
const echo = Object.fromEntries(
  Object.entries(schemas).map(([domain, methods]) => [
    domain,
    Object.fromEntries(Object.keys(methods).map((method) => [method, (input: unknown) => ({ asked: input })]))
  ])
) as unknown as Handlers

const calling = (handlers: Handlers) => ({ handlers, note: () => {} })

describe('calls', () => {
  it('has a schema for every call of the contract, and for nothing else', () => {
    const wanted = channels().filter(({ kind }) => kind === 'call')
    const known = Object.entries(schemas).flatMap(([domain, methods]) =>
      Object.keys(methods).map((m) => `${domain}.${m}`)
    )
    expect(known.sort()).toEqual(wanted.map(({ name }) => name).sort())
  })

  it('hands a good input to its handler', async () => {
    expect(await replyToCall(calling(echo), 'library.rename', { id: ID, name: ' x ' })).toEqual({
      ok: true,
      value: { asked: { id: ID, name: 'x' } }
    })
    expect((await replyToCall(calling(echo), 'library.list', undefined)).ok).toBe(true)
  })

  it.each([
    ['library.rename', { id: 'no uuid', name: 'x' }],
    ['library.rename', { id: ID, name: '' }],
    ['library.rename', { id: ID, name: 'x', more: 1 }],
    ['library.list', {}],
    ['samples.simulate', { heartRateBpm: 1000, murmur: 'none', murmurLevelDb: -10, noiseLevelDb: -10 }],
    ['settings.set', { theme: 'plaid' }]
  ])('refuses %s with %j', async (name, input) => {
    expect(await replyToCall(calling(echo), name, input)).toMatchObject({
      ok: false,
      error: { code: 'invalid-request' }
    })
  })

  it.each(['library.constructor', 'constructor.name', '__proto__.toString', 'library', '', 'library.onChanged'])(
    'knows no call %j',
    async (name) => {
      expect(await replyToCall(calling(echo), name, undefined)).toMatchObject({
        ok: false,
        error: { code: 'invalid-request' }
      })
    }
  )

  it('carries an AppError over with its code, and calls anything else internal', async () => {
    const failing = (error: unknown) =>
      ({ ...echo, library: { ...echo.library, list: () => Promise.reject(error) } }) as unknown as Handlers
    const known = new AppError('disk-full', 'no room', { values: { path: 'x' } })
    expect(await replyToCall(calling(failing(known)), 'library.list', undefined)).toEqual({
      ok: false,
      error: { code: 'disk-full', message: 'no room', values: { path: 'x' } }
    })
    expect(await replyToCall(calling(failing('odd')), 'library.list', undefined)).toMatchObject({
      error: { code: 'internal' }
    })
  })

  it('answers whatever it is sent, and never throws', async () => {
    const names = channels().map(({ name }) => name)
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...names), fc.anything(), async (name, input) => {
        expect(typeof (await replyToCall(calling(echo), name, input)).ok).toBe('boolean')
      }),
      { numRuns: 500 }
    )
  })
})
