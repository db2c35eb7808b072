import type { Handlers, Unsubscribe } from '../contracts/desktop-api'
import type { HostEvent } from '../contracts/host-events'
import type { RecordingId } from '../contracts/recording'

/** Everything behind a door. It knows neither Electron nor Express; the doors know nothing else of what is behind them. */
export interface Host {
  handlers: Handlers
  subscribe(listener: (event: HostEvent) => void): Unsubscribe
  /** Answers the page's own URLs (see `contracts/media.ts`); null for any other path. */
  respond(request: Request): Promise<Response | null>
  /** Takes in files and what `findFiles` finds in folders, and asks the windows to show the first. */
  openPaths(paths: readonly string[]): Promise<RecordingId[]>
  /** Has it written down that a call failed. */
  note(call: string, thrown: unknown): void
  close(): Promise<void>
}
