import { type MicrophoneBlock, VISIT_STAGES, type VisitStage } from '../../../contracts/phone-api'

/** More than any home or classroom has; a stranger who makes up addresses fills no more than this. */
const MAX_VISITORS = 32
/** A browser that showed the page so recently trusts the certificate: one of its other connections gave up early. */
const TRUSTED_MS = 60_000

export interface Visit {
  address: string
  stage: VisitStage
  block: MicrophoneBlock | null
  /** ISO 8601. */
  at: string
  phoneId: string | null
}

/** How far each address has come: what tells "cannot reach us" from "does not trust us" from "has no microphone". */
export interface Visits {
  note(address: string, stage: VisitStage, told?: { block?: MicrophoneBlock | null; phoneId?: string | null }): void
  /** Newest first. */
  list(): Visit[]
  clear(): void
}

export function createVisits(onChanged: () => void, now: () => number = Date.now): Visits {
  const visits = new Map<string, Visit>()
  return {
    note(address, stage, { block = null, phoneId = null } = {}) {
      const before = visits.get(address)
      if (before && !isNews(stage, before, now())) return
      visits.delete(address)
      visits.set(address, {
        address,
        stage,
        block,
        at: new Date(now()).toISOString(),
        phoneId: phoneId ?? before?.phoneId ?? null
      })
      for (const oldest of visits.keys()) {
        if (visits.size <= MAX_VISITORS) break
        visits.delete(oldest)
      }
      if (before?.stage !== stage || before.block !== block) onChanged()
    },
    list: () => [...visits.values()].reverse(),
    clear: () => visits.clear()
  }
}

/** Whether a stage says more of a visitor than what is known already. */
function isNews(stage: VisitStage, before: Visit, nowMs: number): boolean {
  // A connection is made for every request: it says something only of those who got no further.
  if (stage === 'connected') return false
  const isBehind = VISIT_STAGES.indexOf(before.stage) > VISIT_STAGES.indexOf(stage)
  return stage !== 'certificate-refused' || !isBehind || nowMs - Date.parse(before.at) >= TRUSTED_MS
}
