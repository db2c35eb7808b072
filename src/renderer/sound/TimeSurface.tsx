import { type PointerEvent, useEffect, useRef } from 'react'
import { type TimeView, timeToX, xToTime } from '../../drawing/time-view'
import { useStore } from '../state/store'
import { useWords } from '../use-words'
import type { SoundPlayer } from './sound-player'

interface TimeSurfaceProps {
  player: SoundPlayer
  view: TimeView
  /** Height from the top that a selection may colour. */
  tintPx: number
  /** Where the pointer is, CSS pixels from the top left of the pictures; null when it left. */
  onPoint: (at: { x: number; y: number } | null) => void
}

/** Less movement than this is a click, not a selection. */
const CLICK_PX = 4

/** Lies over all pictures of a recording: click to go there, drag to select; shows the playhead and the selection. */
export function TimeSurface({ player, view, tintPx, onPoint }: TimeSurfaceProps) {
  const words = useWords()
  const { span } = useStore(player.state)
  const surface = useRef<HTMLDivElement>(null)
  const playhead = useRef<HTMLDivElement>(null)
  const pressedX = useRef<number | null>(null)

  useEffect(() => {
    // Sixty times a second: past React, straight to the element.
    const move = () => {
      const timeS = player.place.get()
      if (playhead.current) playhead.current.style.transform = `translateX(${timeToX(timeS, view)}px)`
      surface.current?.setAttribute('aria-valuenow', timeS.toFixed(1))
      surface.current?.setAttribute('aria-valuetext', words.player.positionSpoken(timeS, player.durationS))
    }
    move()
    return player.place.subscribe(move)
  }, [player, view, words])

  const xOf = (event: PointerEvent<HTMLDivElement>) => event.clientX - event.currentTarget.getBoundingClientRect().left
  const isDrag = (x: number) => pressedX.current !== null && Math.abs(x - pressedX.current) >= CLICK_PX

  return (
    <div
      ref={surface}
      role="slider"
      tabIndex={0}
      aria-label={words.player.title}
      aria-description={words.player.keyboard}
      aria-valuemin={0}
      aria-valuemax={Number(player.durationS.toFixed(1))}
      aria-valuenow={0}
      className="absolute inset-0 cursor-crosshair touch-pan-x touch-pan-y overflow-hidden rounded-[0.25rem] select-none"
      onPointerDown={(event) => {
        if (event.button !== 0) return
        pressedX.current = xOf(event)
        event.currentTarget.setPointerCapture(event.pointerId)
      }}
      onPointerMove={(event) => {
        const x = xOf(event)
        const { top } = event.currentTarget.getBoundingClientRect()
        onPoint({ x, y: event.clientY - top })
        if (isDrag(x)) player.select(xToTime(pressedX.current!, view), xToTime(x, view))
      }}
      onPointerUp={(event) => {
        const x = xOf(event)
        const start = isDrag(x) ? Math.min(x, pressedX.current!) : x
        if (pressedX.current !== null) player.seek(xToTime(start, view))
        pressedX.current = null
      }}
      onPointerCancel={() => {
        pressedX.current = null
      }}
      onPointerLeave={() => onPoint(null)}
    >
      {span && (
        <div
          className="absolute inset-y-0 border-x-2 border-accent forced:border-[Highlight]"
          style={{ left: timeToX(span.startS, view), width: (span.endS - span.startS) * view.pxPerS }}
        >
          {/* Only the waveform is tinted: a tint over the spectrogram would be another level. */}
          <div className="bg-accent/15" style={{ height: tintPx }} />
        </div>
      )}
      <div
        ref={playhead}
        className="absolute inset-y-0 left-0 -ml-px w-0.5 bg-text outline-1 outline-surface forced:bg-[Highlight]"
      />
    </div>
  )
}
