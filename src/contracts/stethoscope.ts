import type { NamedTuning } from '../core/analysis'
import type { Scale } from '../core/score'
import type { Kind, LeftOutReason, MovedAnswer } from '../core/tuning'
import type { Recording, RecordingId } from './recording'

/** Characters of the longest name; the shortest has one. */
export const LONGEST_STETHOSCOPE_NAME = 60

/** A sensor's own scale, made with people who are known. */
export interface Stethoscope extends NamedTuning {
  id: string
  /** ISO 8601. */
  madeAt: string
  /** How many people of each kind it was made with. */
  people: Record<Kind, number>
  /** Whose scores it moves: those of any other network stay as they are. */
  model: { name: string; version: string; sha256: string }
}

/** What a stethoscope is chosen for: every file, all that one phone sends, or a single recording. */
export type SoundSource = 'files' | `phone:${string}` | `recording:${RecordingId}`

/** All that are kept, and what each was chosen for. */
export interface Stethoscopes {
  /** Newest first. */
  kept: Stethoscope[]
  /** By id; null where a single recording is to have none, whatever its source has. */
  chosen: Partial<Record<SoundSource, string | null>>
}

/** A recording of the library, with what is known of who was recorded. */
export interface KnownPerson {
  id: RecordingId
  kind: Kind
  /** Recordings of one person weigh as one; those without a name count as one person. */
  person: string
}

/** What a stethoscope would be and do, before it is kept. */
export interface TuningPreview extends Scale {
  people: Record<Kind, number>
  /** Of the recordings that it is made of: on the card's own scale, and on this one. */
  moved: { id: RecordingId; before: MovedAnswer; after: MovedAnswer }[]
  leftOut: { id: RecordingId; reason: LeftOutReason }[]
  /** Of the answers that each source has by now, how many would be others. */
  turned: { source: SoundSource; answers: number; turned: number }[]
}

/** Where a recording came from, as far as a stethoscope can be chosen for it; null where no sensor of yours heard it. */
export function soundSourceOf({ source }: Pick<Recording, 'source'>): SoundSource | null {
  if (source.kind === 'file') return 'files'
  return source.kind === 'phone' ? `phone:${source.phoneId}` : null
}

/** The stethoscope that is chosen for a recording, whichever network it was made for. */
export function stethoscopeOf(
  recording: Pick<Recording, 'id' | 'source'>,
  { kept, chosen }: Stethoscopes
): Stethoscope | null {
  const source = soundSourceOf(recording)
  if (source === null) return null
  const own = chosen[`recording:${recording.id}`]
  const id = own === undefined ? chosen[source] : own
  return kept.find((one) => one.id === id) ?? null
}
