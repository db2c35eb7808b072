import { describe, expect, it } from 'vitest'
import type { DesktopApi } from '../../contracts/desktop-api'
import { AppError } from '../../core/errors'
import { asAppError, desktopHost } from './desktop'

describe('the bridge’s failures', () => {
  it('become AppErrors again, code and values kept', async () => {
    const reply = { code: 'disk-full', message: 'ENOSPC', values: { bytes: 3 } }
    const bridge = { settings: { get: () => Promise.reject(reply) } } as unknown as DesktopApi
    const failure = desktopHost(bridge).api.settings.get()
    await expect(failure).rejects.toBeInstanceOf(AppError)
    await expect(failure).rejects.toMatchObject(reply)
  })

  it('are `internal` where they are not ours', () => {
    expect(asAppError(new TypeError('oops'))).toMatchObject({ code: 'internal', message: 'oops' })
    expect(asAppError({ code: 'made-up', message: '', values: {} })).toMatchObject({ code: 'internal' })
    expect(asAppError(undefined)).toMatchObject({ code: 'internal' })
  })
})
