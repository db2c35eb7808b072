import type { TakeEnd } from '../../../src/contracts/recording'

/** Sound that lags so far behind the clock stood still meanwhile: a call, the lock screen or sleep took it away. */
const LAG_MS = 1500
const LOOK_MS = 375
/** A page that was busy has its sound waiting and catches up by the next look; what was slept through never comes. */
const LATE_LOOKS = 2
/** A mute shorter than this is a hiccup of the system; also the track counts as muted while it starts. */
const MUTE_GRACE_MS = 300

export interface Watch {
  /** So much more sound has arrived, seconds. */
  heard(durationS: number): void
  stop(): void
}

/**
 * Watches for everything that ends a take from outside.
 *
 * @param onEnd called once, with the reason
 * @param state of the audio graph; null where there is none to watch
 */
export function watchForEnd(
  track: MediaStreamTrack,
  state: { context: AudioContext } | null,
  onEnd: (end: TakeEnd) => void
): Watch {
  const stopped = new AbortController()
  const { signal } = stopped
  let begunAt = performance.now()
  let heardMs = 0
  let lateLooks = 0
  const end = (reason: TakeEnd) => {
    if (signal.aborted) return
    stopped.abort()
    onEnd(reason)
  }
  const muteLater = () => {
    const timer = setTimeout(() => track.muted && end('muted'), MUTE_GRACE_MS)
    signal.addEventListener('abort', () => clearTimeout(timer))
  }
  track.addEventListener('ended', () => end('device-lost'), { signal })
  track.addEventListener('mute', muteLater, { signal })
  if (track.muted) muteLater()
  document.addEventListener('visibilitychange', () => document.hidden && end('hidden'), { signal })
  addEventListener('pagehide', () => end('hidden'), { signal })
  // iOS says `interrupted`, which is in no type yet; only `running` is good.
  state?.context.addEventListener('statechange', () => state.context.state !== 'running' && end('interrupted'), {
    signal
  })
  watchDevices(() => end('device-lost'), signal)
  const clock = setInterval(() => {
    const isLate = performance.now() - begunAt - heardMs > LAG_MS
    lateLooks = isLate ? lateLooks + 1 : 0
    if (lateLooks >= LATE_LOOKS) end('interrupted')
  }, LOOK_MS)
  signal.addEventListener('abort', () => clearInterval(clock))
  return {
    heard(durationS) {
      // A microphone may take a second to wake up: that is no lag of the sound behind itself.
      if (heardMs === 0) begunAt = performance.now() - 1000 * durationS
      heardMs += 1000 * durationS
    },
    stop: () => stopped.abort()
  }
}

/** A headset that comes or goes moves the recording to another microphone, often without ending the track. */
function watchDevices(onChange: () => void, signal: AbortSignal): void {
  const { mediaDevices } = navigator
  const inputs = async () =>
    (await mediaDevices.enumerateDevices())
      .filter(({ kind }) => kind === 'audioinput')
      .map(({ deviceId, label }) => `${deviceId} ${label}`)
      .sort()
      .join('\n')
  let before: string | undefined
  const compare = async () => {
    const now = await inputs()
    if (before !== undefined && now !== before) onChange()
    before = now
  }
  compare().catch(() => {})
  mediaDevices.addEventListener('devicechange', () => void compare().catch(() => {}), { signal })
}
