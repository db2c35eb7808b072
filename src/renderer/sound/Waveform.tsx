import { useEffect, useRef } from 'react'
import WaveSurfer from 'wavesurfer.js'
import type { Picture } from '../../core/picture'
import type { TimeView } from '../../drawing/time-view'
import { channelsOf, pixelLines } from '../../drawing/waveform-columns'
import { styleNonce } from '../page/style-nonce'
import { useScheme } from '../page/use-scheme'
import type { SoundPlayer } from './sound-player'

interface WaveformProps {
  waveform: Picture<'waveform'>
  player: SoundPlayer
  view: TimeView
  heightPx: number
}

/**
 * The waveform, drawn by wavesurfer.js; the one component that knows it.
 *
 * It is given peaks and the player's own media element, and decodes nothing: browsers cannot decode 2 kHz sound.
 * Seeking, selecting and the playhead belong to `TimeSurface`, so that waveform and spectrogram share them.
 */
export function Waveform({ waveform, player, view, heightPx }: WaveformProps) {
  const container = useRef<HTMLDivElement>(null)
  const surfer = useRef<WaveSurfer>(null)
  const latest = useRef(view)
  latest.current = view
  const scheme = useScheme()

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new scheme means new colours, so everything is drawn anew
  useEffect(() => {
    const element = container.current
    if (!element) return
    const { channels, peak } = channelsOf(waveform)
    const nonce = styleNonce()
    const made = WaveSurfer.create({
      container: element,
      media: player.media,
      peaks: channels,
      duration: player.durationS,
      height: heightPx,
      minPxPerSec: latest.current.pxPerS,
      interact: false,
      dragToSeek: false,
      cursorWidth: 0,
      hideScrollbar: true,
      autoScroll: false,
      autoCenter: false,
      waveColor: getComputedStyle(element).color,
      progressColor: getComputedStyle(element).color,
      renderFunction: (parts, context) => {
        const lines = pixelLines(parts, peak, context.canvas.width, context.canvas.height)
        for (let x = 0; 2 * x < lines.length; x++) context.fillRect(x, lines[2 * x]!, 1, lines[2 * x + 1]!)
      },
      ...(nonce !== undefined && { cspNonce: nonce })
    })
    surfer.current = made
    const follow = () => made.setScroll(latest.current.scrollPx)
    // `ready` comes even when the media fails; the player hears of that from the media itself.
    const undo = [made.on('ready', follow), made.on('redrawcomplete', follow), made.on('error', () => {})]
    return () => {
      for (const off of undo) off()
      surfer.current = null
      made.destroy()
    }
  }, [waveform, player, heightPx, scheme])

  useEffect(() => {
    const made = surfer.current
    if (!made?.getDecodedData()) return
    made.zoom(view.pxPerS)
    made.setScroll(view.scrollPx)
  }, [view.pxPerS, view.scrollPx])

  return <div ref={container} className="text-ink forced:text-[CanvasText]" aria-hidden="true" />
}
