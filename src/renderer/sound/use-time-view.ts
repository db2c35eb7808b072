import { type RefObject, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react'
import { firstPxPerS, fitPxPerS, type TimeView, timeToX, zoomed } from '../../drawing/time-view'
import type { SoundPlayer } from './sound-player'

export interface TimeControl {
  view: TimeView
  /** Goes on the element that scrolls sideways. */
  scroller: RefObject<HTMLDivElement | null>
  /** Zooms about a place, CSS pixels from the left; about the playhead or the middle where none is given. */
  zoom: (factor: number, atPx?: number) => void
  fit: () => void
  /** Brings a time into the middle. */
  go: (timeS: number) => void
}

/**
 * One zoom and one scroll position for all pictures of a recording.
 *
 * The scroll bar is the browser's own; its position is mirrored here and everything is drawn from it.
 */
export function useTimeView(player: SoundPlayer, widthPx: number): TimeControl {
  const { durationS } = player
  const scroller = useRef<HTMLDivElement>(null)
  const [chosen, setChosen] = useState<number | null>(null)
  const [scrollPx, setScrollPx] = useState(0)
  /** Where the scroll bar must go once the new width is laid out. */
  const wanted = useRef<number | null>(null)
  const fit = fitPxPerS({ durationS, widthPx })
  const pxPerS = chosen === null ? firstPxPerS({ durationS, widthPx }) : Math.max(fit, chosen)
  const view = useMemo(() => ({ durationS, widthPx, pxPerS, scrollPx }), [durationS, widthPx, pxPerS, scrollPx])
  const latest = useRef(view)
  latest.current = view

  // biome-ignore lint/correctness/useExhaustiveDependencies: the scroll bar's reach follows from the zoom
  useLayoutEffect(() => {
    if (!scroller.current || wanted.current === null) return
    scroller.current.scrollLeft = wanted.current
    wanted.current = null
    setScrollPx(scroller.current.scrollLeft)
  }, [pxPerS])

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onScroll = () => setScrollPx(element.scrollLeft)
    element.addEventListener('scroll', onScroll, { passive: true })
    return () => element.removeEventListener('scroll', onScroll)
  }, [])

  const zoom = useCallback(
    (factor: number, atPx?: number) => {
      const now = latest.current
      const playheadX = timeToX(player.place.get(), now)
      const isPlayheadSeen = playheadX > 0 && playheadX < now.widthPx
      const next = zoomed(now, factor, atPx ?? (isPlayheadSeen ? playheadX : now.widthPx / 2))
      wanted.current = next.scrollPx
      setChosen(next.pxPerS)
    },
    [player]
  )

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey && !event.metaKey) return
      event.preventDefault()
      zoom(2 ** (-event.deltaY / 200), event.clientX - element.getBoundingClientRect().left)
    }
    element.addEventListener('wheel', onWheel, { passive: false })
    return () => element.removeEventListener('wheel', onWheel)
  }, [zoom])

  useEffect(
    () =>
      player.place.subscribe(() => {
        const element = scroller.current
        const x = timeToX(player.place.get(), latest.current)
        const isSeen = x >= 0 && x <= latest.current.widthPx
        // By the page, so that the picture stands still while one looks at it.
        if (element && player.state.get().isPlaying && !isSeen) element.scrollLeft += x - latest.current.widthPx * 0.05
      }),
    [player]
  )

  const go = useCallback((timeS: number) => {
    if (scroller.current) scroller.current.scrollLeft = timeS * latest.current.pxPerS - latest.current.widthPx / 2
  }, [])

  return { view, scroller, zoom, fit: useCallback(() => setChosen(0), []), go }
}
