import type { ReactNode, RefObject } from 'react'
import type { TimeView } from '../../drawing/time-view'
import { TimeAxis } from './TimeAxis'

interface TimeScrollerProps {
  /** Width of the visible part is measured here. */
  area: RefObject<HTMLDivElement | null>
  scroller: RefObject<HTMLDivElement | null>
  view: TimeView
  /** The pictures, each as wide as the view; drawn from it, they stand still while the scroll bar moves. */
  children: ReactNode
}

/** As wide as the whole recording at this zoom, so that the browser's own scroll bar goes through it. */
export function TimeScroller({ area, scroller, view, children }: TimeScrollerProps) {
  return (
    <div ref={area} className="min-w-0">
      <div ref={scroller} className="relative overflow-x-auto overflow-y-hidden">
        <div style={{ width: Math.max(view.widthPx, view.durationS * view.pxPerS) }}>
          <div className="sticky left-0" style={{ width: view.widthPx }}>
            {view.widthPx > 0 && children}
          </div>
          <div className="sticky left-0" style={{ width: view.widthPx }}>
            <TimeAxis view={view} />
          </div>
        </div>
      </div>
    </div>
  )
}
