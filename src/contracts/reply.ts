import type { ErrorReply } from '../core/errors'

/** How every call is answered, over IPC and over HTTP alike. */
export type Reply<Value> = { ok: true; value: Value } | { ok: false; error: ErrorReply }
