import type { Unsubscribe } from '../../contracts/desktop-api'
import type { Recording, RecordingId } from '../../contracts/recording'
import type { Authority } from './authority'
import type { ReadBody } from './body'
import type { Code } from './codes'
import type { GuessLimit } from './guesses'
import type { Nonces } from './nonces'
import type { Phone } from './phones'
import type { Stages } from './stages'
import type { Uploads } from './uploads'

/** What the requests of one door for phones have to do with: one for HTTPS, one for its plain twin. */
export interface PhoneRoom {
  scope: Phone['scope']
  desktop: string
  /** For requests that nobody has signed. */
  readStranger: ReadBody
  /** For requests whose signature was right. */
  readSigned: ReadBody
  code: Code
  guesses: GuessLimit
  nonces: Nonces
  stages: Stages
  uploads: Uploads
  /** What phones may trust for good; null where it is not offered. */
  authority: () => Authority | null
  recordings: Recordings
  /** A phone of this room, confirmed or waiting. */
  find(phoneId: string): { phone: Phone; isConfirmed: boolean } | null
  /** Something that the window shows is different. */
  onChanged(): void
  /** A phone that is known did something. */
  onActivity(phoneId: string): void
  /** The code had to be withdrawn. */
  onGuessed(): void
}

/** What a phone may see of the library: its own recordings, one at a time. */
export interface Recordings {
  /** @throws {AppError} `recording-not-found` where it was deleted for good */
  view(id: RecordingId): Recording
  onChanged(listener: (recording: Recording) => void): Unsubscribe
}
