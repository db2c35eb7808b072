/** Strangers may report what they do as fast as they like; the window is told no more often than this. */
const TELL_MS = 100

/** Tells a state where it has changed. */
export interface Teller<State> {
  now(): State
  soon(): void
}

/** @param look gives the state of now, which is told where it differs from the last one that was */
export function createTeller<State>(look: () => State, tell: (state: State) => void): Teller<State> {
  let told = ''
  let waiting: NodeJS.Timeout | undefined
  const now = (): State => {
    const state = look()
    const text = JSON.stringify(state)
    if (text !== told) tell(state)
    told = text
    return state
  }
  return {
    now,
    soon() {
      waiting ??= setTimeout(() => {
        waiting = undefined
        now()
      }, TELL_MS)
      waiting.unref()
    }
  }
}
