import type { Capture } from '../../../src/contracts/recording'
import { isHeadset, LOW_RATE_HZ } from '../capture/microphone'
import { paragraph } from '../controls'
import { h } from '../element'
import { say } from '../language'

type Facts = Pick<Capture, 'microphone' | 'sampleRate' | 'processing' | 'way'>

/** What is wrong with the way the sound came in, worst first; empty where nothing is. */
export function microphoneWarnings({ microphone, sampleRate, processing, way }: Facts): string[] {
  const names = say.microphone.filters
  const on = (Object.keys(names) as (keyof typeof names)[]).filter((name) => processing[name] === true)
  const found: string[] = []
  if (isHeadset(microphone)) found.push(say.microphone.bluetooth(microphone ?? ''))
  else if (sampleRate !== null && sampleRate < LOW_RATE_HZ) found.push(say.microphone.lowRate(sampleRate))
  if (on.length > 0) found.push(say.microphone.processed(on.map((name) => names[name])))
  if (way === 'recorder') found.push(say.microphone.encoded)
  return found
}

/** The chain of capture in a line or two: what the browser really did, not what it was asked for. */
export function microphoneFacts(facts: Facts): HTMLElement {
  const { microphone, sampleRate, processing } = facts
  const warnings = microphoneWarnings(facts)
  const isRaw = Object.values(processing).every((value) => value === false)
  const usual = isRaw ? say.microphone.raw : say.microphone.unknown
  const what = [microphone, sampleRate === null ? null : say.microphone.rate(sampleRate)].filter((part) => part)
  return h(
    'div',
    { class: 'facts' },
    ...(warnings.length > 0 ? warnings.map((text) => paragraph(text, 'warning')) : [paragraph(usual)]),
    what.length > 0 ? paragraph(what.join(' · '), 'fine') : null
  )
}
