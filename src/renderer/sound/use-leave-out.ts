import { useCallback, useEffect, useRef, useState } from 'react'
import { leaveOutPath } from '../../contracts/media'
import type { RecordingId } from '../../contracts/recording'
import type { Answer } from '../../core/analysis'
import type { Part } from '../../core/leave-out'
import { useHost } from '../state/host-context'
import { useActions } from '../state/use-actions'

export interface LeaveOutState {
  part: Part
  before: Answer
  /** Null while the network is asked. */
  after: Answer | null
  /** Where the rest of the sound is. */
  url: string
}

export interface LeaveOut {
  state: LeaveOutState | null
  ask: (part: Part) => void
  close: () => void
}

/** Asks what the answer would be without a part of the recording; only the latest question counts. */
export function useLeaveOut(id: RecordingId, before: Answer): LeaveOut {
  const { api } = useHost()
  const { attempt } = useActions()
  const [state, setState] = useState<LeaveOutState | null>(null)
  const latest = useRef(0)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another recording or answer makes the question moot
  useEffect(() => {
    latest.current += 1
    setState(null)
  }, [id, before])

  const ask = useCallback(
    (part: Part) => {
      latest.current += 1
      const question = latest.current
      const asked: LeaveOutState = { part, before, after: null, url: leaveOutPath(id, part) }
      setState(asked)
      void attempt(() => api.analysis.leaveOut({ id, part })).then((after) => {
        if (latest.current === question) setState(after ? { ...asked, after } : null)
      })
    },
    [api, attempt, id, before]
  )
  return { state, ask, close: useCallback(() => setState(null), []) }
}
