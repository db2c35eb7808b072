import { useEffect } from 'react'
import type { SoundPlayer } from './sound-player'
import type { Gain } from './use-gain'

const ZOOM_STEP = 2

/** Elements that mean something of their own by these keys. */
const OWN_KEYS = 'input, textarea, select, summary, [role="menu"], [role="dialog"], [role="radiogroup"]'

type Zoom = (factor: number) => void

interface PictureKeys {
  zoom: Zoom
  /** Fits the whole recording into the width. */
  showWhole: () => void
  gain: Gain
  /** Shows or hides the evidence on the picture. */
  toggleEvidence: () => void
  /** Shows the evidence of the other question. */
  otherQuestion: () => void
  /** Shows or hides S1 and S2. */
  toggleBeats: () => void
}

const ACTIONS = new Map<string, (player: SoundPlayer, pictures: PictureKeys, event: KeyboardEvent) => void>([
  ['arrowleft', (player) => player.skip(-1)],
  ['arrowright', (player) => player.skip(1)],
  ['home', (player) => player.seek(0)],
  ['end', (player) => player.seek(player.durationS)],
  ['l', (player) => player.toggleLoop()],
  ['escape', (player) => player.clearSpan()],
  ['+', (_player, { zoom }) => zoom(ZOOM_STEP)],
  ['=', (_player, { zoom }) => zoom(ZOOM_STEP)],
  ['-', (_player, { zoom }) => zoom(1 / ZOOM_STEP)],
  ['f', (_player, { showWhole }) => showWhole()],
  ['g', (_player, { gain: { taller, flatter } }, { shiftKey }) => (shiftKey ? flatter : taller)?.()],
  ['e', (_player, { toggleEvidence }) => toggleEvidence()],
  ['m', (_player, { otherQuestion }) => otherQuestion()],
  ['h', (_player, { toggleBeats }) => toggleBeats()]
])

/** Arrows, Home, End, L, F, G, E, M, H, Escape, + and -: for the sound that is shown, wherever the focus is. */
export function usePlayerKeys(
  player: SoundPlayer,
  { zoom, showWhole, gain, toggleEvidence, otherQuestion, toggleBeats }: PictureKeys
): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const target = event.target instanceof Element ? event.target : document.body
      const isTaken = target.closest(OWN_KEYS) !== null
      if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || isTaken) return
      const action = ACTIONS.get(event.key.toLowerCase())
      if (!action) return
      event.preventDefault()
      action(player, { zoom, showWhole, gain, toggleEvidence, otherQuestion, toggleBeats }, event)
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [player, zoom, showWhole, gain, toggleEvidence, otherQuestion, toggleBeats])
}
