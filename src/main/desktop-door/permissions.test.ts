import { describe, expect, it } from 'vitest'
import { isPermitted } from './permissions'

const MICROPHONE = { permission: 'media', requester: 'app://ops-fusion/', isMainFrame: true, media: ['audio'] }

describe('isPermitted', () => {
  it('lets our own page hear the microphone', () => {
    expect(isPermitted(MICROPHONE)).toBe(true)
  })

  it.each([
    { media: ['video'] },
    { media: ['audio', 'video'] },
    { media: ['unknown'] },
    { media: [] },
    { requester: 'https://example.org/' },
    { requester: '' },
    { isMainFrame: false }
  ])('refuses the microphone with %o', (change) => {
    expect(isPermitted({ ...MICROPHONE, ...change })).toBe(false)
  })

  it.each([
    'geolocation',
    'notifications',
    'clipboard-read',
    'display-capture',
    'usb',
    'hid',
    'serial',
    'midi',
    'fileSystem'
  ])('refuses %s to everybody', (permission) => {
    expect(isPermitted({ ...MICROPHONE, permission })).toBe(false)
  })
})
