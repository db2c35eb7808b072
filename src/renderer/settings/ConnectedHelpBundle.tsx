import { useState } from 'react'
import { saveText } from '../page/save-text'
import { useHost } from '../state/host-context'
import { useActions } from '../state/use-actions'
import { HelpBundle } from './HelpBundle'

const FILE_NAME = 'ops-fusion-help.txt'

/** Made when it is asked for: it checks the whole system. */
export function ConnectedHelpBundle() {
  const { api } = useHost()
  const { attempt } = useActions()
  const [text, setText] = useState<string | null>(null)
  const [isMaking, setMaking] = useState(false)
  const show = async () => {
    setMaking(true)
    const made = await attempt(() => api.system.bundle())
    if (made !== undefined) setText(made)
    setMaking(false)
  }
  return (
    <HelpBundle
      text={text}
      isMaking={isMaking}
      onShow={() => void show()}
      onSave={(shown) => saveText(FILE_NAME, shown, 'text/plain')}
    />
  )
}
