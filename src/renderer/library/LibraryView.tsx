import { Library as LibraryIcon, Search } from 'lucide-react'
import { useState } from 'react'
import type { Recording } from '../../contracts/recording'
import { Button } from '../controls/Button'
import { RenameDialog } from '../controls/RenameDialog'
import type { Purposes } from '../state/use-purposes'
import { useWords } from '../use-words'
import { OtherPurposes } from './OtherPurposes'
import { RecordingRow } from './RecordingRow'

const LONGEST_NAME = 200

interface LibraryViewProps {
  recordings: readonly Recording[]
  purposes: Purposes
  onRename: (recording: Recording, name: string) => void
  onRemove: (recording: Recording) => void
  onAnalyse: (recording: Recording) => void
  onChoose: () => void
}

/** Below this many a search field is in the way. */
const ENOUGH_TO_SEARCH = 8

/** Every recording, newest first. */
export function LibraryView({ recordings, purposes, onRename, onRemove, onAnalyse, onChoose }: LibraryViewProps) {
  const words = useWords()
  const [query, setQuery] = useState('')
  const [renaming, setRenaming] = useState<Recording | null>(null)
  const wanted = query.trim().toLocaleLowerCase()
  const shown = recordings.filter(({ name }) => name.toLocaleLowerCase().includes(wanted))
  if (recordings.length === 0) return <EmptyLibrary onChoose={onChoose} />
  return (
    <div className="flex flex-col gap-4">
      <div className="flex flex-wrap items-center gap-4">
        <h1 className="text-lg font-semibold">{words.library.title}</h1>
        <span className="text-muted">{words.library.count(recordings.length)}</span>
        {recordings.length >= ENOUGH_TO_SEARCH && (
          <label className="ml-auto flex h-9 items-center gap-2 rounded-control border border-edge bg-raised px-3">
            <Search size="1.125rem" strokeWidth={1.5} className="text-muted" aria-hidden />
            <input
              type="search"
              value={query}
              onChange={(event) => setQuery(event.target.value)}
              placeholder={words.library.search}
              aria-label={words.library.search}
              className="w-48 bg-transparent outline-none placeholder:text-muted"
            />
          </label>
        )}
      </div>
      <OtherPurposes {...purposes} />
      <div className="card overflow-x-auto">
        <table className="w-full border-collapse text-left">
          <thead className="text-muted">
            <tr>
              <th className="px-4 py-2 font-medium">{words.library.columns.name}</th>
              <th className="px-4 py-2 font-medium">{words.library.columns.answer}</th>
              <th className="hidden px-4 py-2 font-medium lg:table-cell">{words.library.columns.purpose}</th>
              <th className="hidden px-4 py-2 text-right font-medium sm:table-cell">{words.library.columns.length}</th>
              <th className="hidden px-4 py-2 font-medium md:table-cell">{words.library.columns.added}</th>
              <th className="px-4 py-2">
                <span className="sr-only">{words.library.columns.actions}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map((recording) => (
              <RecordingRow
                key={recording.id}
                recording={recording}
                purpose={purposes.now}
                onRename={() => setRenaming(recording)}
                onRemove={() => onRemove(recording)}
                onAnalyse={() => onAnalyse(recording)}
              />
            ))}
          </tbody>
        </table>
        {shown.length === 0 && <p className="border-t border-line p-6 text-muted">{words.library.noMatch(query)}</p>}
      </div>
      {renaming && (
        <RenameDialog
          title={words.library.rename}
          label={words.library.renameLabel}
          longest={LONGEST_NAME}
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onSave={(name) => {
            onRename(renaming, name)
            setRenaming(null)
          }}
        />
      )}
    </div>
  )
}

function EmptyLibrary({ onChoose }: { onChoose: () => void }) {
  const words = useWords()
  return (
    <section className="mx-auto flex max-w-lg flex-col items-center gap-3 py-24 text-center">
      <LibraryIcon size="2.5rem" strokeWidth={1.5} className="text-muted" aria-hidden />
      <h1 className="text-lg font-semibold">{words.library.empty}</h1>
      <p className="text-muted">{words.library.emptyHint}</p>
      <Button look="primary" onClick={onChoose}>
        {words.frame.chooseFile}
      </Button>
    </section>
  )
}
