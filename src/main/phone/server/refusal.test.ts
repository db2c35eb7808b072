import { describe, expect, it } from 'vitest'
import { PHONE_ERROR_CODES } from '../../../contracts/phone-api'
import { AppError } from '../../../core/errors'
import { toStorageError } from '../../storage-error'
import { Refusal, STATUS_OF, toPhoneError } from './refusal'

describe('what a phone is told of a failure', () => {
  it('has a status for every code, none of them a success', () => {
    for (const code of PHONE_ERROR_CODES) expect(STATUS_OF[code]).toBeGreaterThanOrEqual(400)
  })

  it('names what the phone can act on, and hides the rest', () => {
    expect(toPhoneError(new Refusal('wrong-offset', 'go on at 3', { offset: 3 }))).toEqual({
      code: 'wrong-offset',
      message: 'go on at 3',
      values: { offset: 3 }
    })
    expect(toPhoneError(new AppError('disk-full', '/private/library'))).toMatchObject({ code: 'disk-full' })
    const noRoom = Object.assign(new Error('write'), { code: 'ENOSPC', syscall: 'write' })
    expect(toPhoneError(toStorageError(noRoom))).toMatchObject({ code: 'disk-full' })
    for (const thrown of [
      new Error('/private/place'),
      new AppError('library-damaged', '/private/place'),
      '/private/place',
      null
    ])
      expect(toPhoneError(thrown)).toEqual({ code: 'internal', message: 'internal', values: {} })
  })
})
