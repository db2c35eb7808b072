import { useCallback, useEffect, useState } from 'react'
import type { SystemReport } from '../../contracts/system'
import { copyText } from '../page/copy-text'
import { useHost } from '../state/host-context'
import { useNotices } from '../state/notices'
import { useActions } from '../state/use-actions'
import { useWords } from '../use-words'
import { SystemView } from './SystemView'

/** Checks when it is opened, and whenever it is asked to. */
export function ConnectedSystem() {
  const words = useWords()
  const { api } = useHost()
  const notices = useNotices()
  const { attempt } = useActions()
  const [report, setReport] = useState<SystemReport | null>(null)
  const [isChecking, setChecking] = useState(false)

  const check = useCallback(async () => {
    setChecking(true)
    const made = await attempt(() => api.system.check())
    if (made) setReport(made)
    setChecking(false)
  }, [api, attempt])
  useEffect(() => void check(), [check])

  const copy = (text: string) =>
    attempt(async () => {
      await copyText(text)
      notices.tell(words.details.copied)
    })
  return (
    <SystemView
      report={report}
      isChecking={isChecking}
      onCheck={() => void check()}
      onCopy={(text) => void copy(text)}
    />
  )
}
