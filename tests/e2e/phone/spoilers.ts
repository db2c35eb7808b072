/*
 * What phones do to a page, done to Chromium: each runs in the page, before its own scripts or in the middle of a take.
 */

/** The page's things that {@link holdSound} keeps within reach. */
interface Held {
  track: MediaStreamTrack
  source: MediaStreamAudioSourceNode
  context: AudioContext
}

/** A browser that does not do what it is asked. */
export function filtersStayOn(): void {
  const { mediaDevices } = navigator
  const ask = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = () => ask({ audio: true })
}

/** A browser that gives no samples. */
export function noWorklet(): void {
  AudioWorklet.prototype.addModule = () => Promise.reject(new DOMException('no worklet here', 'NotSupportedError'))
}

export function headset(): void {
  Object.defineProperty(MediaStreamTrack.prototype, 'label', { get: () => 'AirPods Pro' })
}

/** What a wireless headset leaves of a phone's sound while its microphone is on. */
export function telephoneRate(): void {
  const Real = AudioContext
  window.AudioContext = class extends Real {
    constructor(options: AudioContextOptions = {}) {
      super({ ...options, sampleRate: 16_000 })
    }
  }
}

export function heldByAnother(): void {
  navigator.mediaDevices.getUserMedia = () => Promise.reject(new DOMException('held', 'NotReadableError'))
}

/** A page inside another app. */
export function noMediaDevices(): void {
  Object.defineProperty(Navigator.prototype, 'mediaDevices', { get: () => undefined })
}

/** Keeps what a take uses where the next function finds it. */
export function holdSound(): void {
  const { mediaDevices } = navigator
  const ask = mediaDevices.getUserMedia.bind(mediaDevices)
  mediaDevices.getUserMedia = async (wishes) => {
    const stream = await ask(wishes)
    Object.assign(window, { track: stream.getAudioTracks()[0] })
    return stream
  }
  const create = AudioContext.prototype.createMediaStreamSource
  AudioContext.prototype.createMediaStreamSource = function (stream) {
    const source = create.call(this, stream)
    Object.assign(window, { source, context: this })
    return source
  }
}

/** A microphone that gives its first sound nearly two seconds after it was given. */
export function wakeLate(): void {
  const create = AudioContext.prototype.createMediaStreamSource
  AudioContext.prototype.createMediaStreamSource = function (stream) {
    const source = create.call(this, stream)
    const connect = source.connect.bind(source)
    source.connect = ((to: AudioNode) => {
      setTimeout(() => connect(to), 1700)
      return to
    }) as typeof source.connect
    return source
  }
}

/** The lock button, another app in front. */
export function hide(): void {
  Object.defineProperty(document, 'hidden', { value: true, configurable: true })
  document.dispatchEvent(new Event('visibilitychange'))
}

export function loseDevice(): void {
  ;(window as unknown as Held).track.dispatchEvent(new Event('ended'))
}

export function mute(): void {
  const { track } = window as unknown as Held
  Object.defineProperty(track, 'muted', { value: true })
  track.dispatchEvent(new Event('mute'))
}

/** A call takes the sound away, and the browser says so. */
export function interrupt(): void {
  void (window as unknown as Held).context.suspend()
}

/** The same on phones that say nothing: all seems to run, and no sound comes any more. */
export function freeze(): void {
  ;(window as unknown as Held).source.disconnect()
}

/** The page slept for a minute: its clock has jumped, and the sound with it. */
export function sleep(): void {
  const now = performance.now.bind(performance)
  performance.now = () => now() + 60_000
}
