import { useSyncExternalStore } from 'react'
import type { RecordingId } from '../../contracts/recording'

/** What the window shows. It stands in the address, so that reloading and going back work. */
export type Route =
  | { view: 'analyse'; id: RecordingId | null }
  | { view: 'library' }
  | { view: 'phone' }
  | { view: 'accuracy' }
  | { view: 'system' }
  | { view: 'settings' }

/** `#/analyse/<id>`, `#/library`, …; anything else is the start. */
export function parseRoute(hash: string): Route {
  const [, view, id] = hash.split('/')
  switch (view) {
    case 'library':
    case 'phone':
    case 'accuracy':
    case 'system':
    case 'settings':
      return { view }
  }
  return { view: 'analyse', id: id ? (decodeURIComponent(id) as RecordingId) : null }
}

export function hashOf(route: Route): string {
  if (route.view !== 'analyse') return `#/${route.view}`
  return route.id === null ? '#/analyse' : `#/analyse/${encodeURIComponent(route.id)}`
}

export function go(route: Route): void {
  window.location.hash = hashOf(route)
}

/** The page that waits for a recording. */
export function isStart(route: Route): boolean {
  return route.view === 'analyse' && route.id === null
}

export function routeOfNow(): Route {
  return parseRoute(window.location.hash)
}

function follow(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}

/** The route of now, followed. */
export function useRoute(): Route {
  return parseRoute(useSyncExternalStore(follow, () => window.location.hash))
}
