import type { Connection } from './connection'
import type { Outbox } from './outbox/outbox'
import type { Sender } from './outbox/sender'
import type { Series } from './series'

/** What every screen may use. */
export interface App {
  connection: Connection
  outbox: Outbox
  sender: Sender
  series: Series
}
