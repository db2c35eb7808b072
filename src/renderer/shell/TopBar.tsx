import { AudioLines, ChevronDown, CircleHelp, FolderOpen, SlidersHorizontal } from 'lucide-react'
import type { Settings } from '../../contracts/desktop-api'
import type { Sample } from '../../contracts/recording'
import { Button } from '../controls/Button'
import { IconButton } from '../controls/IconButton'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { useWords } from '../use-words'
import { ThemeMenu } from './ThemeMenu'

interface TopBarProps {
  samples: readonly Sample[]
  theme: Settings['theme']
  onChoose: () => void
  onSample: (id: string) => void
  onSimulate: () => void
  onTheme: (theme: Settings['theme']) => void
  onHelp: () => void
}

/** Where sounds come from, on the left; the window's own matters on the right. */
export function TopBar({ samples, theme, onChoose, onSample, onSimulate, onTheme, onHelp }: TopBarProps) {
  const words = useWords()
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-2 border-b border-line bg-raised px-3 py-2 wide:px-6 print:hidden">
      <span className="mr-2 hidden text-muted lg:inline">{words.frame.dropAnywhere}</span>
      <Button look="outline" onClick={onChoose}>
        <FolderOpen size="1.125rem" strokeWidth={1.5} aria-hidden />
        {words.frame.chooseFile}
      </Button>
      <Menu
        trigger={
          <Button look="quiet">
            <AudioLines size="1.125rem" strokeWidth={1.5} aria-hidden className="max-sm:hidden" />
            {words.frame.samples}
            <ChevronDown size="1rem" strokeWidth={1.5} aria-hidden />
          </Button>
        }
      >
        {samples.map(({ id, title, durationS }) => (
          <MenuItem key={id} onSelect={() => onSample(id)} note={words.numbers.duration(durationS)}>
            {title}
          </MenuItem>
        ))}
        <MenuItem onSelect={onSimulate} className="sm:hidden">
          {words.frame.simulator}
        </MenuItem>
      </Menu>
      <Button look="quiet" onClick={onSimulate} className="max-sm:hidden">
        <SlidersHorizontal size="1.125rem" strokeWidth={1.5} aria-hidden />
        {words.frame.simulator}
      </Button>
      <div className="ml-auto flex items-center">
        <ThemeMenu theme={theme} onTheme={onTheme} />
        <IconButton icon={CircleHelp} label={words.frame.help} onClick={onHelp} className="max-sm:hidden" />
      </div>
    </header>
  )
}
