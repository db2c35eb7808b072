import { useEffect, useRef } from 'react'
import WaveSurfer from 'wavesurfer.js'
import type { Picture } from '../../core/picture'
import { type TimeView, visibleS } from '../../drawing/time-view'
import { overviewPeaks } from '../../drawing/waveform'
import { styleNonce } from '../page/style-nonce'
import { useScheme } from '../page/use-scheme'
import type { SoundPlayer } from './sound-player'

interface OverviewProps {
  waveform: Picture<'waveform'>
  player: SoundPlayer
  view: TimeView
  heightPx: number
  /** Brings a place into the pictures. */
  onGo: (timeS: number) => void
}

/**
 * The whole recording in a strip, however close one looks above it: what is seen of it, what is heard, and a click away
 * from anywhere. Drawn by wavesurfer.js; the one component that knows it.
 *
 * It is given peaks and the player's own media element, and decodes nothing: browsers cannot decode 2 kHz sound. Whoever
 * cannot see or click it has the keys of the player.
 */
export function Overview({ waveform, player, view, heightPx, onGo }: OverviewProps) {
  const container = useRef<HTMLDivElement>(null)
  const scheme = useScheme()
  const { fromS, toS } = visibleS(view)
  const percent = (timeS: number) => `${(100 * Math.min(timeS, player.durationS)) / player.durationS}%`

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scheme means new colours, so everything is drawn anew
  useEffect(() => {
    const element = container.current
    if (!element) return
    const { color, borderColor } = getComputedStyle(element)
    const nonce = styleNonce()
    const surfer = WaveSurfer.create({
      container: element,
      media: player.media,
      peaks: overviewPeaks(waveform),
      duration: player.durationS,
      height: heightPx,
      dragToSeek: true,
      hideScrollbar: true,
      waveColor: borderColor,
      progressColor: color,
      cursorColor: color,
      ...(nonce !== undefined && { cspNonce: nonce })
    })
    // A media element that fails is the player's to tell of.
    const undo = [surfer.on('interaction', onGo), surfer.on('error', () => {})]
    return () => {
      for (const off of undo) off()
      surfer.destroy()
    }
  }, [waveform, player, heightPx, scheme, onGo])

  return (
    <div aria-hidden="true" data-overview className="relative print:hidden">
      <div ref={container} className="border-edge text-ink" />
      <div
        className="pointer-events-none absolute inset-y-0 rounded-sm border-2 border-accent"
        style={{ left: percent(fromS), width: percent(toS - fromS) }}
      />
    </div>
  )
}
