/** What the program asked of the platform, in order: for tests that want to know whether, not how. */
export class CallLog {
  readonly #calls: { name: string; args: unknown[] }[] = []

  note(name: string, ...args: unknown[]): void {
    this.#calls.push({ name, args })
  }

  /** The arguments of every call of `name`, oldest first. */
  of(name: string): unknown[][] {
    return this.#calls.filter((call) => call.name === name).map(({ args }) => args)
  }
}
