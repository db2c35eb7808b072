import { AppError, type ErrorReply, fromErrorReply, toErrorReply } from '../../core/errors'

/** One end of the line between the host and the analysis process. */
export interface Port {
  post(message: unknown): void
  onMessage(listener: (message: unknown) => void): void
}

/** The host's end: it can also see the process die, and end it. */
export interface ProcessPort extends Port {
  /** Undefined once the process is gone. */
  readonly pid: number | undefined
  onExit(listener: (why: string) => void): void
  kill(): void
}

/** Starts an analysis process: a utility process in Electron, a forked one elsewhere. */
export type SpawnAnalysis = () => ProcessPort

/** A function at the other end of the line. One call at a time is enough: the process blocks while it infers. */
export type Remote<Input, Value, News> = (input: Input, tell: (news: News) => void) => Promise<Value>

interface Call {
  id: number
  input: unknown
}

type Result = { id: number } & ({ news: unknown } | { value: unknown } | { error: ErrorReply })

/** Has calls that arrive on `port` done by `work`. */
export function serve<Input, Value, News>(port: Port, work: Remote<Input, Value, News>): void {
  port.onMessage(async (message) => {
    const { id, input } = message as Call
    const post = (result: { news: unknown } | { value: unknown } | { error: ErrorReply }) =>
      port.post({ id, ...result })
    try {
      post({ value: await work(input as Input, (news) => post({ news })) })
    } catch (thrown) {
      post({ error: toErrorReply(thrown) })
    }
  })
}

/** Calls the other end; every pending call is rejected with `decode-crashed` when that end dies. */
export function connect<Input, Value, News>(port: ProcessPort): Remote<Input, Value, News> {
  const pending = new Map<number, { onResult: (result: Result) => void; reject: (error: Error) => void }>()
  let lastId = 0
  let deathCause: string | null = null
  port.onMessage((message) => {
    const result = message as Result
    pending.get(result.id)?.onResult(result)
  })
  port.onExit((why) => {
    deathCause = why
    for (const call of pending.values()) call.reject(new AppError('decode-crashed', why))
    pending.clear()
  })
  return (input, tell) =>
    new Promise((resolve, reject) => {
      if (deathCause !== null) return reject(new AppError('decode-crashed', deathCause))
      const id = ++lastId
      pending.set(id, {
        reject,
        onResult: (result) => {
          if ('news' in result) return tell(result.news as News)
          pending.delete(id)
          if ('error' in result) reject(fromErrorReply(result.error))
          else resolve(result.value as Value)
        }
      })
      port.post({ id, input } satisfies Call)
    })
}
