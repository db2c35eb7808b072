import type { Connection } from './connection'
import type { Outbox } from './outbox/outbox'
import type { Sender } from './outbox/sender'
import type { Stage } from './screen'
import type { Sitting } from './sitting'

/** What every screen may use. */
export interface App {
  connection: Connection
  outbox: Outbox
  sender: Sender
  stage: Stage
  sitting: Sitting
  /** Where the page begins, as things stand. */
  home(): void
}
