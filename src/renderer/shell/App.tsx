import { Tooltip } from 'radix-ui'
import { useEffect, useState } from 'react'
import type { DroppedFiles } from '../intake/dropped-files'
import { useFileDialog } from '../intake/use-file-dialog'
import { applyTheme } from '../page/use-scheme'
import { SimulatorDialog } from '../start/SimulatorDialog'
import { useHost } from '../state/host-context'
import { useIntakes } from '../state/intakes'
import { useMirror } from '../state/mirror'
import { useMirrors } from '../state/mirrors'
import { useNotices } from '../state/notices'
import { go, hashOf, isStart, useRoute } from '../state/route'
import { useStore } from '../state/store'
import { useActions } from '../state/use-actions'
import { useWords } from '../use-words'
import { AnswerAnnouncer } from './AnswerAnnouncer'
import { DropTarget } from './DropTarget'
import { NoticeList } from './NoticeList'
import { Rail } from './Rail'
import { ShortcutsDialog } from './ShortcutsDialog'
import { TopBar } from './TopBar'
import { useArrivals } from './use-arrivals'
import { useFocusInView } from './use-focus-in-view'
import { usePlaceInView } from './use-place-in-view'
import { useWindowKeys } from './use-window-keys'
import { View } from './View'
import { WindowTitle } from './WindowTitle'
import { Work } from './Work'

/** The window: rail, top bar, one view, and what floats above them. */
export function App() {
  const words = useWords()
  const route = useRoute()
  const content = usePlaceInView(hashOf(route))
  useFocusInView(hashOf(route), content)
  const { api } = useHost()
  const mirrors = useMirrors()
  const intakes = useIntakes()
  const notices = useNotices()
  const { attempt, show } = useActions()
  const settings = useMirror(mirrors.settings)
  const samples = useMirror(mirrors.samples)
  const [isSimulating, setSimulating] = useState(false)
  const [isHelping, setHelping] = useState(false)

  const take = ({ files, leftOut }: DroppedFiles) => {
    if (files.length < 2 && leftOut > 0) notices.tell(words.intake.leftOut(leftOut))
    if (files.length === 0 && leftOut === 0) notices.tell(words.intake.nothing)
    if (files.length === 0) return
    if (files.length > 1) go({ view: 'library' })
    else if (!isStart(route)) go({ view: 'analyse', id: null })
    void intakes.take(files, leftOut)
  }
  const choose = useFileDialog((files) => take({ files, leftOut: 0 }))
  useWindowKeys({ onOpen: choose, onHelp: () => setHelping(true) })

  const { now, failures } = useStore(intakes.store)
  const isWaiting = isStart(route) && now === null && failures.length === 0
  const newCount = useArrivals(route, isWaiting)

  const theme = settings.status === 'ready' ? settings.value.theme : 'system'
  useEffect(() => applyTheme(theme), [theme])

  const openSample = (id: string) => void show(() => api.samples.open({ id }))
  return (
    <Tooltip.Provider delayDuration={400}>
      <DropTarget onFiles={take}>
        <button
          type="button"
          onClick={() => content.current?.focus()}
          className="sr-only focus:not-sr-only focus:absolute focus:z-50 focus:bg-raised focus:p-3 print:hidden"
        >
          {words.frame.skipToContent}
        </button>
        <div className="flex h-full flex-col-reverse wide:flex-row print:block print:h-auto">
          <Rail current={route.view} newCount={newCount} />
          <div className="flex min-h-0 min-w-0 grow flex-col print:block">
            <TopBar
              samples={samples.status === 'ready' ? samples.value : []}
              theme={theme}
              isStart={isStart(route)}
              onChoose={choose}
              onSample={openSample}
              onRecord={() => go({ view: 'phone' })}
              onSimulate={() => setSimulating(true)}
              onTheme={(chosen) => void attempt(() => api.settings.set({ theme: chosen }))}
              onHelp={() => setHelping(true)}
            />
            <Work />
            <main
              ref={content}
              id="content"
              tabIndex={-1}
              // What is hidden from the eye lies in here with the rest: else the window itself could be scrolled.
              className="relative min-h-0 grow overflow-y-auto outline-none print:overflow-visible"
            >
              <div className="mx-auto w-full max-w-[120rem] p-3 wide:px-6 wide:py-4">
                <View route={route} onChoose={choose} onSample={openSample} />
              </div>
            </main>
          </div>
        </div>
      </DropTarget>
      <SimulatorDialog
        isOpen={isSimulating}
        onClose={() => setSimulating(false)}
        onMake={(made) => {
          setSimulating(false)
          void show(() => api.samples.simulate(made))
        }}
      />
      <ShortcutsDialog isOpen={isHelping} onClose={() => setHelping(false)} />
      <WindowTitle route={route} />
      <AnswerAnnouncer route={route} />
      <NoticeList />
    </Tooltip.Provider>
  )
}
