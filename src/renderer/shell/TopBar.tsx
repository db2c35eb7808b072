import { AudioLines, ChevronDown, CircleHelp, FolderOpen, Mic, SlidersHorizontal } from 'lucide-react'
import type { Settings } from '../../contracts/desktop-api'
import type { Sample } from '../../contracts/recording'
import { Button } from '../controls/Button'
import { IconButton } from '../controls/IconButton'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { useWords } from '../use-words'
import { Product } from './Product'
import { ThemeMenu } from './ThemeMenu'

interface TopBarProps {
  samples: readonly Sample[]
  theme: Settings['theme']
  /** The start has its own large place to drop and choose. */
  isStart: boolean
  onChoose: () => void
  onSample: (id: string) => void
  onRecord: () => void
  onSimulate: () => void
  onTheme: (theme: Settings['theme']) => void
  onHelp: () => void
}

/** In a narrow window words are enough, so that all of them find room. */
const NARROW = 'max-sm:px-2'
const ICON = { size: '1.125rem', strokeWidth: 1.5, className: 'max-sm:hidden', 'aria-hidden': true }

/** Where sounds come from, on the left; the window's own matters on the right. */
export function TopBar(props: TopBarProps) {
  const words = useWords()
  const { samples, theme, isStart } = props
  return (
    <header className="flex min-h-14 shrink-0 flex-wrap items-center gap-x-2 gap-y-1 border-b border-line bg-raised px-3 py-2 wide:px-6 print:hidden">
      <Product className="mr-2 flex wide:hidden" />
      <div className="flex items-center max-sm:order-last max-sm:basis-full max-sm:justify-between sm:gap-2">
        {!isStart && <span className="mr-2 hidden text-muted lg:inline">{words.frame.dropAnywhere}</span>}
        {!isStart && (
          <Button look="outline" onClick={props.onChoose} className={NARROW}>
            <FolderOpen {...ICON} />
            {words.frame.chooseFile}
          </Button>
        )}
        <Menu
          trigger={
            <Button look="quiet" className={NARROW}>
              <AudioLines {...ICON} />
              {words.frame.samples}
              <ChevronDown size="1rem" strokeWidth={1.5} aria-hidden />
            </Button>
          }
        >
          {samples.map(({ id, title, durationS }) => (
            <MenuItem key={id} onSelect={() => props.onSample(id)} note={words.numbers.duration(durationS)}>
              {title}
            </MenuItem>
          ))}
        </Menu>
        <Button look="quiet" onClick={props.onRecord} className={NARROW}>
          <Mic {...ICON} />
          {words.frame.record}
        </Button>
        <Button look="quiet" onClick={props.onSimulate} className={NARROW}>
          <SlidersHorizontal {...ICON} />
          {words.frame.simulator}
        </Button>
      </div>
      <div className="ml-auto flex items-center">
        <ThemeMenu theme={theme} onTheme={props.onTheme} />
        <IconButton icon={CircleHelp} label={words.frame.help} onClick={props.onHelp} />
      </div>
    </header>
  )
}
