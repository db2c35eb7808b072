import { describe, expect, it } from 'vitest'
import type { RecordingId } from '../../contracts/recording'
import { hashOf, parseRoute, type Route } from './route'

describe('the route', () => {
  const routes: Route[] = [
    { view: 'analyse', id: null },
    { view: 'analyse', id: 'a/b c' as RecordingId },
    { view: 'library' },
    { view: 'accuracy' },
    { view: 'system' },
    { view: 'settings' }
  ]

  it.each(routes)('goes into the address and comes back: %o', (route) => {
    expect(parseRoute(hashOf(route))).toEqual(route)
  })

  it.each(['', '#', '#/', '#/elsewhere', '#content'])('begins at the start for %j', (hash) => {
    expect(parseRoute(hash)).toEqual({ view: 'analyse', id: null })
  })
})
