import type { TakeEnd } from '../../../src/contracts/recording'

/** No sound for so long means that the clock stands still: a call or the lock screen took the audio away. */
const FROZEN_MS = 1500
/** A mute shorter than this is a hiccup of the system; also the track counts as muted while it starts. */
const MUTE_GRACE_MS = 300

export interface Watch {
  /** Sound arrived just now. */
  heard(): void
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
  let lastHeard = performance.now()
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
  const clock = setInterval(() => performance.now() - lastHeard > FROZEN_MS && end('interrupted'), FROZEN_MS / 4)
  signal.addEventListener('abort', () => clearInterval(clock))
  return {
    heard() {
      lastHeard = performance.now()
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
