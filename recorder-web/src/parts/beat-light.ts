import type { LiveBeat } from '../../../src/core/beat-tracker'
import { h } from '../element'
import { icon } from '../icons'
import { say } from '../language'

const PULSE_MS = 260

/** A heart that pulses with the beat it hears. It foretells: a beat can be named only once it has repeated itself. */
export class BeatLight {
  private readonly heart = h('span', { class: 'beat-heart' }, icon('heart'))
  private readonly text = h('span', {}, '')
  readonly element = h('p', { class: 'beat' }, this.heart, this.text)
  private pulsedAtS = 0

  idle(): void {
    this.say(say.record.ready, false)
  }

  /** @param nowS seconds since the take's first sample */
  show(beat: LiveBeat | null, nowS: number): void {
    if (!beat) {
      this.say(say.record.listening, false)
      return
    }
    this.say(say.record.beat(60 / beat.cycleS), true)
    const past = nowS - beat.nextBeatS
    // Within a fifth of a beat after it was due, and not the one that was shown already.
    const isDue = past >= 0 && past % beat.cycleS < 0.2 * beat.cycleS
    if (!isDue || nowS - this.pulsedAtS < 0.5 * beat.cycleS) return
    this.pulsedAtS = nowS
    const isStill = matchMedia('(prefers-reduced-motion: reduce)').matches
    this.heart.animate(isStill ? [{ opacity: 1 }, { opacity: 0.45 }] : [{ scale: 1.4 }, { scale: 1 }], {
      duration: PULSE_MS,
      easing: 'ease-out'
    })
  }

  private say(text: string, isHeard: boolean): void {
    this.element.classList.toggle('heard', isHeard)
    if (this.text.textContent !== text) this.text.textContent = text
  }
}
