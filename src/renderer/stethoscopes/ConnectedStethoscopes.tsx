import { useCallback } from 'react'
import type { KnownPerson, SoundSource, Stethoscope } from '../../contracts/stethoscope'
import { openText } from '../page/open-text'
import { saveText } from '../page/save-text'
import { Failure } from '../recording/Failure'
import { useHost } from '../state/host-context'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useNotices } from '../state/notices'
import { useActions } from '../state/use-actions'
import { useWords } from '../use-words'
import { StethoscopeSection } from './StethoscopeSection'
import { sourcesOf } from './sound-sources'
import type { Tuned } from './TuneForm'

const JSON_FILE = 'application/json'
/** More than any of ours has. */
const MOST_BYTES = 50_000

/** The stethoscopes with what their buttons do; what is deleted can be brought back. */
export function ConnectedStethoscopes() {
  const words = useWords()
  const { api } = useHost()
  const mirrors = useMirrors()
  const notices = useNotices()
  const { attempt } = useActions()
  const stethoscopes = useMirror(mirrors.stethoscopes)
  const library = useMirror(mirrors.library)
  const about = useMirror(mirrors.about)
  const phone = useMirror(mirrors.phone)
  const preview = useCallback(
    (known: KnownPerson[]) => attempt(() => api.stethoscopes.preview({ known })),
    [api, attempt]
  )
  const { stethoscope: said } = words

  if (stethoscopes.status === 'failed') {
    const retry = { label: words.frame.tryAgain, run: () => void mirrors.stethoscopes.reload() }
    return <Failure error={stethoscopes.error} action={retry} />
  }
  if (stethoscopes.status !== 'ready' || library.status !== 'ready') return <p>{words.frame.loading}</p>

  const keep = async (tuned: Tuned): Promise<boolean> => {
    const kept = await attempt(() => api.stethoscopes.keep(tuned))
    if (kept) notices.tell(said.keptAs(tuned.name))
    return kept !== undefined
  }
  const take = async (text: string) => {
    const kept = await attempt(() => api.stethoscopes.take({ text }))
    const [newest] = kept?.kept ?? []
    if (newest) notices.tell(said.imported(newest.name))
  }
  const save = async ({ id, name }: Stethoscope) => {
    const text = await attempt(() => api.stethoscopes.file({ id }))
    if (text !== undefined) saveText(`${fileNameOf(name)}.json`, text, JSON_FILE)
  }
  const remove = async ({ id, name }: Stethoscope) => {
    const left = await attempt(() => api.stethoscopes.remove({ id }))
    const undo = { label: words.frame.undo, run: () => void attempt(() => api.stethoscopes.restore({ id })) }
    if (left) notices.tell(said.removed(name), undo)
  }
  const recordings = library.value
  return (
    <StethoscopeSection
      stethoscopes={stethoscopes.value}
      sources={sourcesOf(recordings, phone.status === 'ready' ? phone.value.phones : [], words)}
      recordings={recordings}
      network={about.status === 'ready' ? (about.value.model?.sha256 ?? null) : null}
      preview={preview}
      onKeep={keep}
      onImport={() => openText(`.json,${JSON_FILE}`, MOST_BYTES, (text) => void take(text))}
      onExport={(one) => void save(one)}
      onRename={({ id }, name) => void attempt(() => api.stethoscopes.rename({ id, name }))}
      onRemove={(one) => void remove(one)}
      onChoose={(source: SoundSource, id) => void attempt(() => api.stethoscopes.choose({ source, id }))}
    />
  )
}

/** Every system takes letters, digits and dashes. */
function fileNameOf(name: string): string {
  return name.replaceAll(/[^\p{Letter}\p{Number}]+/gu, '-').replaceAll(/^-|-$/g, '') || 'stethoscope'
}
