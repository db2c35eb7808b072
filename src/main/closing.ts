/** What has been opened, to be closed again: the last first. */
export interface Closing {
  add(end: () => void | Promise<void>): void
  /** Closes everything, also what comes after something that cannot be closed; that is thrown in the end. */
  close(): Promise<void>
}

export function createClosing(): Closing {
  const ends: (() => void | Promise<void>)[] = []
  return {
    add: (end) => void ends.push(end),
    async close() {
      const failures: unknown[] = []
      for (let end = ends.pop(); end; end = ends.pop()) {
        try {
          await end()
        } catch (thrown) {
          failures.push(thrown)
        }
      }
      if (failures.length > 0) throw failures[0]
    }
  }
}
