import { useMemo } from 'react'
import type { Recording } from '../../contracts/recording'
import { asAppError } from '../api/desktop'
import { useWords } from '../use-words'
import { useNotices } from './notices'
import { go } from './route'

export interface Actions {
  /** Runs a call; what goes wrong is told in words. Undefined where it failed. */
  attempt<Value>(call: () => Promise<Value>): Promise<Value | undefined>
  /** The same for a call that brings a recording, which is then shown. */
  show(call: () => Promise<Recording>): Promise<void>
}

/** What buttons do. */
export function useActions(): Actions {
  const words = useWords()
  const notices = useNotices()
  return useMemo(() => {
    const attempt = async <Value>(call: () => Promise<Value>) => {
      try {
        return await call()
      } catch (thrown) {
        notices.tell(words.errors.line(asAppError(thrown)))
        return undefined
      }
    }
    return {
      attempt,
      async show(call) {
        const recording = await attempt(call)
        if (recording) go({ view: 'analyse', id: recording.id })
      }
    }
  }, [words, notices])
}
