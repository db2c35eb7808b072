/** Runs tasks of the same key one after another, those of different keys side by side. */
export type OneByOne = <Value>(key: string, task: () => Promise<Value>) => Promise<Value>

export function createOneByOne(): OneByOne {
  const last = new Map<string, Promise<unknown>>()
  return async (key, task) => {
    const before = last.get(key) ?? Promise.resolve()
    const mine = before.catch(() => {}).then(task)
    last.set(key, mine)
    try {
      return await mine
    } finally {
      if (last.get(key) === mine) last.delete(key)
    }
  }
}
