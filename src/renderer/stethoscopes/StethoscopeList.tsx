import { Download, Ellipsis, Pencil, Trash2 } from 'lucide-react'
import { useState } from 'react'
import type { Stethoscope } from '../../contracts/stethoscope'
import { sigmoid } from '../../core/score'
import { IconButton } from '../controls/IconButton'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { RenameDialog } from '../controls/RenameDialog'
import { useWords } from '../use-words'

const LONGEST_NAME = 60

export interface StethoscopeActions {
  onExport: (stethoscope: Stethoscope) => void
  onRename: (stethoscope: Stethoscope, name: string) => void
  onRemove: (stethoscope: Stethoscope) => void
}

interface StethoscopeListProps extends StethoscopeActions {
  kept: readonly Stethoscope[]
  /** SHA-256 of the network that answers now; null where there is none. */
  network: string | null
}

/** Those that are kept: with whom each was made, and what it does to a score. */
export function StethoscopeList({ kept, network, onExport, onRename, onRemove }: StethoscopeListProps) {
  const words = useWords()
  const { stethoscope: said } = words
  const [renaming, setRenaming] = useState<Stethoscope | null>(null)
  return (
    <>
      <ul aria-label={said.kept} className="flex flex-col divide-y divide-line">
        {kept.map((one) => (
          <li key={one.id} className="flex items-center gap-x-3 py-2">
            <div className="grow">
              <p className="font-medium">{one.name}</p>
              <p className="text-muted">
                {one.model.sha256 === network
                  ? `${said.people(one.people)}: ${said.moves(sigmoid(one.offset))}. ${words.numbers.instant(one.madeAt)}`
                  : said.otherNetwork(one.model.version)}
              </p>
            </div>
            <Menu align="end" trigger={<IconButton icon={Ellipsis} label={said.more(one.name)} />}>
              <MenuItem onSelect={() => onExport(one)}>
                <Download size="1.125rem" strokeWidth={1.5} aria-hidden />
                {said.export}
              </MenuItem>
              <MenuItem onSelect={() => setRenaming(one)}>
                <Pencil size="1.125rem" strokeWidth={1.5} aria-hidden />
                {said.rename}
              </MenuItem>
              <MenuItem onSelect={() => onRemove(one)}>
                <Trash2 size="1.125rem" strokeWidth={1.5} aria-hidden />
                {said.remove}
              </MenuItem>
            </Menu>
          </li>
        ))}
      </ul>
      {renaming && (
        <RenameDialog
          title={said.rename}
          label={said.renameLabel}
          longest={LONGEST_NAME}
          name={renaming.name}
          onClose={() => setRenaming(null)}
          onSave={(name) => {
            onRename(renaming, name)
            setRenaming(null)
          }}
        />
      )}
    </>
  )
}
