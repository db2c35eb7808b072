import { type MicrophoneBlock, STAGES, type Stage } from '../../contracts/phone-api'

/** More than any home or classroom has; a stranger who makes up addresses fills no more than this. */
const MAX_VISITORS = 32
/** A browser that showed the page so recently trusts the certificate: one of its other connections gave up early. */
const TRUSTED_MS = 60_000

export interface Arrival {
  address: string
  stage: Stage
  block: MicrophoneBlock | null
  /** ISO 8601. */
  at: string
  phoneId: string | null
}

/** How far each address has come: what tells "cannot reach us" from "does not trust us" from "has no microphone". */
export interface Stages {
  note(address: string, stage: Stage, told?: { block?: MicrophoneBlock | null; phoneId?: string | null }): void
  /** Newest first. */
  list(): Arrival[]
  clear(): void
}

export function createStages(onChanged: () => void, now: () => number = Date.now): Stages {
  const arrivals = new Map<string, Arrival>()
  return {
    note(address, stage, { block = null, phoneId = null } = {}) {
      const before = arrivals.get(address)
      if (before && !isNews(stage, before, now())) return
      arrivals.delete(address)
      arrivals.set(address, {
        address,
        stage,
        block,
        at: new Date(now()).toISOString(),
        phoneId: phoneId ?? before?.phoneId ?? null
      })
      for (const oldest of arrivals.keys()) {
        if (arrivals.size <= MAX_VISITORS) break
        arrivals.delete(oldest)
      }
      if (before?.stage !== stage || before.block !== block) onChanged()
    },
    list: () => [...arrivals.values()].reverse(),
    clear: () => arrivals.clear()
  }
}

/** Whether a stage says more of a visitor than what is known already. */
function isNews(stage: Stage, before: Arrival, nowMs: number): boolean {
  // A connection is made for every request: it says something only of those who got no further.
  if (stage === 'connected') return false
  const isBehind = STAGES.indexOf(before.stage) > STAGES.indexOf(stage)
  return stage !== 'certificate-refused' || !isBehind || nowMs - Date.parse(before.at) >= TRUSTED_MS
}
