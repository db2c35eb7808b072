import { createStore, type Store } from '../state/store'

interface Span {
  startS: number
  endS: number
}

export interface PlayerState {
  isPlaying: boolean
  isLooping: boolean
  rate: number
  /** What is selected; null for all. */
  span: Span | null
  hasFailed: boolean
}

/** A click that moved a little is still a click. */
const SHORTEST_SPAN_S = 0.05

/**
 * One sound and the place in it: every picture follows this clock, and none has one of its own.
 *
 * The place changes with each frame of the screen; the rest is in {@link PlayerState} and changes when a person acts.
 */
export class SoundPlayer {
  readonly media: HTMLAudioElement
  readonly durationS: number
  readonly state: Store<PlayerState> = createStore<PlayerState>({
    isPlaying: false,
    isLooping: false,
    rate: 1,
    span: null,
    hasFailed: false
  })
  /** Seconds from the beginning. */
  readonly place: Store<number> = createStore(0)
  #frame = 0
  readonly #unlisten = new AbortController()

  /**
   * @param url of the sound
   * @param durationS from the analysis: pictures and clock agree even where a header says otherwise
   */
  constructor(url: string, durationS: number) {
    this.durationS = durationS
    this.media = new Audio()
    this.media.preload = 'metadata'
    const { signal } = this.#unlisten
    const on = (event: string, listener: () => void) => this.media.addEventListener(event, listener, { signal })
    on('play', () => this.#started())
    on('pause', () => this.#change({ isPlaying: false }))
    on('ended', () => this.#ended())
    on('seeked', () => this.#follow())
    on('error', () => this.#change({ hasFailed: true, isPlaying: false }))
    this.media.src = url
  }

  toggle(): void {
    if (this.state.get().isPlaying) this.media.pause()
    else this.#play()
  }

  pause(): void {
    this.media.pause()
  }

  seek(timeS: number): void {
    const place = Math.max(0, Math.min(this.durationS, timeS))
    this.media.currentTime = place
    this.place.set(place)
  }

  /** Selects a stretch and plays it from its start. */
  hear(startS: number, endS: number): void {
    this.select(startS, endS)
    this.seek(startS)
    this.#play()
  }

  /** From where it is, within the recording. */
  skip(seconds: number): void {
    this.seek(this.place.get() + seconds)
  }

  /** Selects from one time to another, in either order; too little is taken for none. */
  select(fromS: number, toS: number): void {
    const startS = Math.max(0, Math.min(fromS, toS))
    const endS = Math.min(this.durationS, Math.max(fromS, toS))
    this.#change({ span: endS - startS < SHORTEST_SPAN_S ? null : { startS, endS } })
  }

  clearSpan(): void {
    this.#change({ span: null })
  }

  toggleLoop(): void {
    this.#change({ isLooping: !this.state.get().isLooping })
  }

  setRate(rate: number): void {
    // Slow must sound lower, as a tape does: a voice's pitch correction would smear the heart sounds.
    this.media.preservesPitch = false
    this.media.defaultPlaybackRate = rate
    this.media.playbackRate = rate
    this.#change({ rate })
  }

  /** Stops for good and lets the sound go. */
  close(): void {
    cancelAnimationFrame(this.#frame)
    this.#unlisten.abort()
    this.media.pause()
    this.media.removeAttribute('src')
    this.media.load()
  }

  #play(): void {
    const { span } = this.state.get()
    const place = this.place.get()
    if (span && (place < span.startS || place >= span.endS)) this.seek(span.startS)
    else if (place >= this.durationS - 0.01) this.seek(0)
    this.media.play().catch((error: DOMException) => {
      // Pausing before the first sample is no failure.
      if (error.name !== 'AbortError') this.#change({ hasFailed: true, isPlaying: false })
    })
  }

  #started(): void {
    this.#change({ isPlaying: true })
    cancelAnimationFrame(this.#frame)
    const step = () => {
      this.#follow()
      if (!this.media.paused) this.#frame = requestAnimationFrame(step)
    }
    step()
  }

  /** Reads the clock; at the end of a selected span goes back or stops. */
  #follow(): void {
    const { span, isLooping, isPlaying } = this.state.get()
    const timeS = Math.min(this.durationS, this.media.currentTime)
    this.place.set(timeS)
    if (!isPlaying || !span || timeS < span.endS) return
    if (isLooping) this.seek(span.startS)
    else {
      this.media.pause()
      this.seek(span.endS)
    }
  }

  #ended(): void {
    const { isLooping, span } = this.state.get()
    this.#change({ isPlaying: false })
    this.place.set(this.durationS)
    if (!isLooping) return
    this.seek(span?.startS ?? 0)
    this.#play()
  }

  #change(change: Partial<PlayerState>): void {
    this.state.set({ ...this.state.get(), ...change })
  }
}
