import type { Unsubscribe } from '../../../contracts/desktop-api'
import type { Recording, RecordingId } from '../../../contracts/recording'
import type { GuessLimit } from '../../guess-limit'
import type { Code } from '../pairing/code'
import type { Nonces } from '../pairing/nonces'
import type { Phone } from '../pairing/phones'
import type { Authority } from '../trust/authority'
import type { Uploads } from '../uploads/uploads'
import type { ReadBody } from './body'
import type { Visits } from './visits'

/** What the requests of one server for phones need: each server, the one over HTTPS and its plain twin, has its own. */
export interface PhoneContext {
  scope: Phone['scope']
  desktop: string
  /** For requests that nobody has signed. */
  readStranger: ReadBody
  /** For requests whose signature was right. */
  readSigned: ReadBody
  code: Code
  guesses: GuessLimit
  nonces: Nonces
  visits: Visits
  uploads: Uploads
  /** What phones may trust for good; null where it is not offered. */
  authority: () => Authority | null
  recordings: Recordings
  /** A phone of this context, confirmed or waiting. */
  find(phoneId: string): { phone: Phone; isConfirmed: boolean } | null
  /** Something that the window shows is different. */
  onChanged(): void
  /** A phone that is known did something. */
  onActivity(phoneId: string, address: string): void
}

/** What a phone may see of the library: its own recordings, one at a time. */
export interface Recordings {
  /** @throws {AppError} `recording-not-found` where it was deleted for good */
  view(id: RecordingId): Recording
  onChanged(listener: (recording: Recording) => void): Unsubscribe
}
