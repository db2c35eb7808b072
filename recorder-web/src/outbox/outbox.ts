import { erase, readAll, write } from '../database'
import type { Take } from './take'

/** Everything that is not yet safely on the desktop, on disk first and in memory for the page. */
export class Outbox {
  private takes = new Map<string, Take>()
  private listeners = new Set<() => void>()
  /** False where the browser keeps nothing: then the takes live as long as the page does. */
  keepsOnDisk = true
  /** What the browser said to the request to keep this; null until it has. */
  isPersistent: boolean | null = null
  private hasAskedToPersist = false

  async open(): Promise<void> {
    try {
      for (const take of await readAll('takes')) {
        // Kept by an earlier version, it belongs to no series: then it goes by itself, and no other with it.
        this.takes.set(take.id, { ...take, series: take.series ?? take.id })
      }
    } catch {
      this.keepsOnDisk = false
    }
  }

  /** Oldest first. */
  list(): Take[] {
    return [...this.takes.values()].sort((a, b) => a.keptAt.localeCompare(b.keptAt))
  }

  get(id: string): Take | undefined {
    return this.takes.get(id)
  }

  /** Resolves once the take is on disk, or could only be kept in memory. */
  async put(take: Take): Promise<void> {
    this.takes.set(take.id, take)
    try {
      await write('takes', take)
    } catch {
      this.keepsOnDisk = false
    }
    this.tell()
    // Firefox asks the person, who may take their time: nothing waits for the answer.
    if (!this.hasAskedToPersist) void this.askToPersist()
  }

  async remove(id: string): Promise<void> {
    this.takes.delete(id)
    await erase('takes', id).catch(() => {})
    this.tell()
  }

  onChange(listener: () => void): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  private async askToPersist(): Promise<void> {
    this.hasAskedToPersist = true
    const storage = (navigator as { storage?: StorageManager }).storage
    this.isPersistent = (await storage?.persist?.().catch(() => false)) ?? false
    this.tell()
  }

  private tell(): void {
    for (const listener of this.listeners) listener()
  }
}
