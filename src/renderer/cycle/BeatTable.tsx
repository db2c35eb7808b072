import { ChevronRight, Copy, Play } from 'lucide-react'
import { Collapsible } from 'radix-ui'
import { useState } from 'react'
import { beatsCsv } from '../../core/cycle/beats-csv'
import type { MarkedBeat } from '../../core/picture'
import { Button } from '../controls/Button'
import { IconButton } from '../controls/IconButton'
import { copyText } from '../page/copy-text'
import { useNotices } from '../state/notices'
import { useWords } from '../use-words'

interface BeatTableProps {
  beats: readonly MarkedBeat[]
  onHear: (place: number) => void
}

/** Every beat that is marked, closed until it is looked for. */
export function BeatTable({ beats, onHear }: BeatTableProps) {
  const words = useWords()
  const { columns } = words.cycle
  const [isOpen, setOpen] = useState(false)
  const notices = useNotices()
  const copy = () =>
    copyText(beatsCsv(beats)).then(
      () => notices.tell(words.cycle.copied),
      () => notices.tell(words.cycle.notCopied)
    )
  return (
    <Collapsible.Root open={isOpen} onOpenChange={setOpen} className="print:hidden">
      <div className="flex items-center justify-between">
        <Collapsible.Trigger className="flex items-center gap-2 rounded-control py-1 font-medium">
          <ChevronRight
            size="1.125rem"
            strokeWidth={1.5}
            aria-hidden
            className={`transition-transform ${isOpen ? 'rotate-90' : ''}`}
          />
          {words.cycle.table}
        </Collapsible.Trigger>
        {isOpen && (
          <Button look="quiet" onClick={() => void copy()}>
            <Copy size="1.125rem" strokeWidth={1.5} aria-hidden />
            {words.cycle.copy}
          </Button>
        )}
      </div>
      <Collapsible.Content className="max-h-72 overflow-y-auto">
        <table className="w-full tabular-nums">
          <thead className="sticky top-0 bg-raised text-muted">
            <tr>
              {[columns.beat, columns.s1, columns.systole, columns.rr, columns.sureness].map((name) => (
                <th key={name} className="px-1 py-1 text-right font-medium">
                  {name}
                </th>
              ))}
              <th />
            </tr>
          </thead>
          <tbody>
            {beats.map(({ alignedS, s1S, s2S, rrS, sureness }, place) => (
              <tr key={s1S} className="border-t border-line text-right">
                <td className="px-1">{words.numbers.integer(place + 1)}</td>
                <td className="px-1">{words.numbers.decimal(alignedS, 2)}&nbsp;s</td>
                <td className="px-1">{words.cycle.milliseconds(s2S - s1S)}</td>
                <td className="px-1">{rrS === null ? words.cycle.unknown : words.cycle.milliseconds(rrS)}</td>
                <td className="px-1">{words.numbers.percent(sureness)}</td>
                <td className="w-10">
                  <IconButton icon={Play} label={words.cycle.hear(place + 1)} onClick={() => onHear(place)} />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </Collapsible.Content>
    </Collapsible.Root>
  )
}
