import { createContext, useContext } from 'react'
import { createStore, type Store } from './store'

interface Notice {
  id: number
  text: string
  action?: { label: string; run: () => void }
}

export interface Notices {
  store: Store<readonly Notice[]>
  tell(text: string, action?: Notice['action']): void
  dismiss(id: number): void
}

/** Long enough to read a line and reach for the button. */
const SHOWN_MS = { plain: 6_000, withAction: 12_000 }
/** More at once would cover the answer. */
const MOST = 3

export function createNotices(): Notices {
  const store = createStore<readonly Notice[]>([])
  let lastId = 0
  const dismiss = (id: number) => store.set(store.get().filter((notice) => notice.id !== id))
  return {
    store,
    dismiss,
    tell(text, action) {
      const id = ++lastId
      store.set([...store.get(), { id, text, ...(action && { action }) }].slice(-MOST))
      setTimeout(() => dismiss(id), action ? SHOWN_MS.withAction : SHOWN_MS.plain)
    }
  }
}

export const NoticesContext = createContext<Notices>(createNotices())

export function useNotices(): Notices {
  return useContext(NoticesContext)
}
