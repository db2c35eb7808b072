import { Ellipsis, Pencil, RotateCw, Trash2 } from 'lucide-react'
import type { Settings } from '../../contracts/desktop-api'
import type { Recording } from '../../contracts/recording'
import { IconButton } from '../controls/IconButton'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { hashOf } from '../state/route'
import { useWords } from '../use-words'
import { AnswerBadge } from './AnswerBadge'
import { PurposeName } from './PurposeName'

interface RecordingRowProps {
  recording: Recording
  /** What is chosen now. */
  purpose: Settings['operatingPoint'] | null
  onRename: () => void
  onRemove: () => void
  onAnalyse: () => void
}

export function RecordingRow({ recording, purpose, onRename, onRemove, onAnalyse }: RecordingRowProps) {
  const words = useWords()
  const { id, name, source, state, addedAt } = recording
  const isBusy = state.status === 'waiting' || state.status === 'analysing'
  return (
    <tr className="border-t border-line hover:bg-sunken">
      <td className="w-full max-w-0 px-4 py-2 sm:w-2/5">
        <a
          href={hashOf({ view: 'analyse', id })}
          aria-label={words.library.open(name)}
          className="block truncate font-medium underline-offset-4 hover:underline"
        >
          {name}
        </a>
        {source.kind === 'simulator' && <span className="text-muted">{words.sources.kinds.simulator}</span>}
      </td>
      <td className="px-4 py-2">
        <AnswerBadge recording={recording} />
        <div className="lg:hidden">
          <PurposeName recording={recording} now={purpose} />
        </div>
      </td>
      <td className="hidden px-4 py-2 lg:table-cell">
        <PurposeName recording={recording} now={purpose} />
      </td>
      <td className="hidden px-4 py-2 text-right whitespace-nowrap text-muted sm:table-cell">
        {state.status === 'analysed' ? words.numbers.duration(state.format.durationS) : words.details.none}
      </td>
      <td className="hidden px-4 py-2 whitespace-nowrap text-muted md:table-cell">{words.numbers.instant(addedAt)}</td>
      <td className="py-1 pr-2 text-right">
        <Menu align="end" trigger={<IconButton icon={Ellipsis} label={words.library.more(name)} />}>
          <MenuItem onSelect={onRename}>
            <Pencil size="1.125rem" strokeWidth={1.5} aria-hidden />
            {words.library.rename}
          </MenuItem>
          {!isBusy && (
            <MenuItem onSelect={onAnalyse}>
              <RotateCw size="1.125rem" strokeWidth={1.5} aria-hidden />
              {words.library.analyseAgain}
            </MenuItem>
          )}
          <MenuItem onSelect={onRemove}>
            <Trash2 size="1.125rem" strokeWidth={1.5} aria-hidden />
            {words.library.remove}
          </MenuItem>
        </Menu>
      </td>
    </tr>
  )
}
