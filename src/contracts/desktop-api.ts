import type { Answer } from '../core/analysis'
import type { Part } from '../core/leave-out'
import type { ModelCard, OperatingPointName } from '../core/model-card'
import type { AnalyseAll } from './analyse-all'
import type { HandOverState } from './hand-over'
import type { Recording, RecordingId, Sample, SimulatorSettings } from './recording'
import type { KnownPerson, SoundSource, Stethoscopes, TuningPreview } from './stethoscope'
import type { SystemReport } from './system'

export type Unsubscribe = () => void

/**
 * What the window may ask of the host, and what it may be told.
 *
 * The preload implements it over IPC, `renderer/api` over HTTP and server-sent events; the window cannot tell which.
 * Calls take one input or none and reject with an `AppError`; methods named `onX` are events.
 * Sound itself never passes here: it goes through the URLs of `contracts/media.ts`.
 */
export interface DesktopApi {
  library: {
    /** Every recording that is not deleted, newest first. */
    list(): Promise<Recording[]>
    /** Deletes for good only after a day, or when the program has no room; until then {@link restore} brings it back. */
    remove(input: { id: RecordingId }): Promise<void>
    restore(input: { id: RecordingId }): Promise<Recording>
    rename(input: { id: RecordingId; name: string }): Promise<Recording>
    /** A recording was added or has changed. */
    onChanged(listener: (recording: Recording) => void): Unsubscribe
    onRemoved(listener: (id: RecordingId) => void): Unsubscribe
    /** The host wants this recording shown: a person opened it from outside the window. */
    onOpened(listener: (id: RecordingId) => void): Unsubscribe
    /** So many files of a folder that was opened from outside the window were left out by the rule of `sound-files.ts`. */
    onLeftOut(listener: (count: number) => void): Unsubscribe
    /** A phone has sent this recording; whoever is at the window decides when to look at it. */
    onArrived(listener: (recording: Recording) => void): Unsubscribe
  }
  analysis: {
    /**
     * Analyses again, with the settings of now.
     *
     * @param input `channel` is the one of the file to analyse, from 0; unless given, the one that was chosen before
     */
    start(input: { id: RecordingId; channel?: number | undefined }): Promise<void>
    /** The recording is kept, and the answer that it had; one without an answer becomes `failed` with `cancelled`. */
    cancel(input: { id: RecordingId }): Promise<void>
    all(): Promise<AnalyseAll>
    /** Analyses again, one by one, what was answered for another operating point than is chosen now. */
    startAll(): Promise<AnalyseAll>
    /** Recordings that were not reached keep their answers, the one that was just begun too. */
    cancelAll(): Promise<AnalyseAll>
    /** What the answer would be without a part of the recording; `leaveOutPath` is how the rest sounds. */
    leaveOut(input: { id: RecordingId; part: Part }): Promise<Answer>
    onAllChanged(listener: (all: AnalyseAll) => void): Unsubscribe
  }
  samples: {
    list(): Promise<Sample[]>
    /** Adds the sample to the library, or returns it where it is there already. */
    open(input: { id: string }): Promise<Recording>
    simulate(input: SimulatorSettings): Promise<Recording>
  }
  /** Every call gives the state that the hand-over then has. */
  phone: {
    state(): Promise<HandOverState>
    /** Lets phones reach this computer, or shows a new code where they can already. */
    open(): Promise<HandOverState>
    stop(): Promise<HandOverState>
    newCode(): Promise<HandOverState>
    /** Both screens show the same words. */
    confirm(input: { phoneId: string }): Promise<HandOverState>
    refuse(input: { phoneId: string }): Promise<HandOverState>
    rename(input: { phoneId: string; name: string }): Promise<HandOverState>
    /** What this phone sends from now on is refused. */
    revoke(input: { phoneId: string }): Promise<HandOverState>
    /** The twin without encryption, until the door is closed. */
    setPlain(input: { isOn: boolean }): Promise<HandOverState>
    /** Offers phones an authority of this installation to trust for good, or takes the offer back. */
    setTrust(input: { isOn: boolean }): Promise<HandOverState>
    /** Lets phones through Windows' firewall, in private networks only; false where somebody said no. */
    openFirewall(): Promise<boolean>
    onChanged(listener: (pairing: HandOverState) => void): Unsubscribe
  }
  /** Every change gives all stethoscopes as they then are; answers that stand on another scale follow by themselves. */
  stethoscopes: {
    get(): Promise<Stethoscopes>
    /** What tuning with these people would do; nothing is kept. */
    preview(input: { known: KnownPerson[] }): Promise<TuningPreview>
    /** @param input `source` is what it is chosen for at once, null for nothing */
    keep(input: { name: string; known: KnownPerson[]; source: SoundSource | null }): Promise<Stethoscopes>
    rename(input: { id: string; name: string }): Promise<Stethoscopes>
    remove(input: { id: string }): Promise<Stethoscopes>
    /** Until the program ends. */
    restore(input: { id: string }): Promise<Stethoscopes>
    /** @param input `id` null for none; left out where a single recording is to follow its source again */
    choose(input: { source: SoundSource; id?: string | null | undefined }): Promise<Stethoscopes>
    /** The small file by which it is handed on. */
    file(input: { id: string }): Promise<string>
    take(input: { text: string }): Promise<Stethoscopes>
    onChanged(listener: (stethoscopes: Stethoscopes) => void): Unsubscribe
  }
  system: {
    about(): Promise<About>
    check(): Promise<SystemReport>
    /** Versions, checks and the log as text, to be read before it is given to somebody who helps; it names nobody. */
    bundle(): Promise<string>
  }
  settings: {
    get(): Promise<Settings>
    set(input: Partial<Settings>): Promise<Settings>
    onChanged(listener: (settings: Settings) => void): Unsubscribe
  }
}

export interface About {
  version: string
  door: 'desktop' | 'browser'
  /** Null where the model is missing or damaged: the rest of the program goes on. */
  model: ModelCard | null
}

export interface Settings {
  theme: 'system' | 'light' | 'dark'
  operatingPoint: OperatingPointName
  /** Whether the evidence is drawn on the pictures of a recording. */
  showsEvidence: boolean
}

type EventName = `on${Capitalize<string>}`
type Kinds<Api> = { [D in keyof Api]: { [M in keyof Api[D]]: M extends EventName ? 'event' : 'call' } }

/** Every channel by name: the one list that the preload, IPC, and the browser door walk. */
export const CHANNELS = {
  library: {
    list: 'call',
    remove: 'call',
    restore: 'call',
    rename: 'call',
    onChanged: 'event',
    onRemoved: 'event',
    onOpened: 'event',
    onLeftOut: 'event',
    onArrived: 'event'
  },
  analysis: {
    start: 'call',
    cancel: 'call',
    all: 'call',
    startAll: 'call',
    cancelAll: 'call',
    leaveOut: 'call',
    onAllChanged: 'event'
  },
  samples: { list: 'call', open: 'call', simulate: 'call' },
  phone: {
    state: 'call',
    open: 'call',
    stop: 'call',
    newCode: 'call',
    confirm: 'call',
    refuse: 'call',
    rename: 'call',
    revoke: 'call',
    setPlain: 'call',
    setTrust: 'call',
    openFirewall: 'call',
    onChanged: 'event'
  },
  stethoscopes: {
    get: 'call',
    preview: 'call',
    keep: 'call',
    rename: 'call',
    remove: 'call',
    restore: 'call',
    choose: 'call',
    file: 'call',
    take: 'call',
    onChanged: 'event'
  },
  system: { about: 'call', check: 'call', bundle: 'call' },
  settings: { get: 'call', set: 'call', onChanged: 'event' }
} as const satisfies Kinds<DesktopApi>

export interface Channel {
  domain: string
  method: string
  kind: 'call' | 'event'
  /** `domain.method`. */
  name: string
}

/** {@link CHANNELS} as a list. */
export function channels(): Channel[] {
  return Object.entries(CHANNELS).flatMap(([domain, methods]) =>
    Object.entries(methods).map(([method, kind]) => ({ domain, method, kind, name: `${domain}.${method}` }))
  )
}

type Calls<Domain> = { [M in keyof Domain as M extends EventName ? never : M]: Domain[M] }

/** One implementation a call. */
export type Handlers<Api = DesktopApi> = {
  [D in keyof Api]: {
    [M in keyof Calls<Api[D]>]: Calls<Api[D]>[M] extends (...args: infer Args) => Promise<infer Value>
      ? (...args: Args) => Value | Promise<Value>
      : never
  }
}

/** One input a call; `undefined` where the call takes none. */
export type Inputs<Api = DesktopApi> = {
  [D in keyof Api]: {
    [M in keyof Calls<Api[D]>]: Calls<Api[D]>[M] extends (...args: infer Args) => unknown ? Args[0] : never
  }
}
