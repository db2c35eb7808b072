import { useEffect, useRef, useState } from 'react'
import type { RecordingId } from '../../contracts/recording'
import { useHost } from '../state/host-context'
import { useNotices } from '../state/notices'
import { go, type Route } from '../state/route'
import { useWords } from '../use-words'

const NONE: ReadonlySet<RecordingId> = new Set()

/**
 * What phones send announces itself; only an idle start page gives way to it.
 *
 * @param route of now
 * @param isWaiting the start page is shown and nothing is going on there
 * @returns how many have arrived that nobody has looked at, neither themselves nor in the library
 */
export function useArrivals(route: Route, isWaiting: boolean): number {
  const words = useWords()
  const { api } = useHost()
  const notices = useNotices()
  const [unseen, setUnseen] = useState(NONE)
  const latest = useRef(isWaiting)
  latest.current = isWaiting

  useEffect(
    () =>
      api.library.onArrived(({ id, name }) => {
        const open = () => go({ view: 'analyse', id })
        if (latest.current && !isSomethingOpen()) return open()
        setUnseen((before) => new Set([...before, id]))
        notices.tell(words.frame.arrived(name), { label: words.frame.open, run: open })
      }),
    [api, notices, words]
  )

  const seen = route.view === 'library' ? 'all' : route.view === 'analyse' ? route.id : null
  useEffect(() => {
    if (seen === null || unseen.size === 0) return
    if (seen === 'all') setUnseen(NONE)
    else if (unseen.has(seen)) setUnseen(new Set([...unseen].filter((id) => id !== seen)))
  }, [seen, unseen])
  return unseen.size
}

function isSomethingOpen(): boolean {
  return document.querySelector('[role="dialog"], [role="menu"]') !== null
}
