import { Tooltip } from 'radix-ui'
import { useSyncExternalStore } from 'react'
import { DropTarget } from '../shell/DropTarget'
import { controlSheets } from './control-sheets'
import { librarySheets } from './library-sheets'
import { noticeSheets } from './notice-sheets'
import { pageSheets } from './page-sheets'
import { phoneSheets } from './phone-sheets'
import { recordingSheets } from './recording-sheets'
import { nothing, type Sheets } from './sheet'
import { startSheets } from './start-sheets'
import { stethoscopeSheets } from './stethoscope-sheets'

const SHEETS: Sheets = {
  ...recordingSheets,
  ...startSheets,
  ...librarySheets,
  ...phoneSheets,
  ...pageSheets,
  ...stethoscopeSheets,
  ...noticeSheets,
  ...controlSheets
}

/** Every component in every state, a sheet at each address; without one, the list of them. */
export function Gallery() {
  const name = useHash()
  const sheet = SHEETS[name]
  return (
    <Tooltip.Provider>
      <DropTarget onFiles={nothing}>
        <main className={`h-full overflow-y-auto ${name === 'window' ? '' : 'p-4'}`}>
          {sheet === undefined ? <SheetList /> : sheet()}
        </main>
      </DropTarget>
    </Tooltip.Provider>
  )
}

function SheetList() {
  return (
    <ul className="columns-2">
      {Object.keys(SHEETS).map((name) => (
        <li key={name}>
          <a href={`#${name}`} className="underline">
            {name}
          </a>
        </li>
      ))}
    </ul>
  )
}

function useHash(): string {
  return useSyncExternalStore(onHashChange, () => window.location.hash.slice(1))
}

function onHashChange(listener: () => void): () => void {
  window.addEventListener('hashchange', listener)
  return () => window.removeEventListener('hashchange', listener)
}
