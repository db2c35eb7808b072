import { Check, Contrast } from 'lucide-react'
import type { Settings } from '../../contracts/desktop-api'
import { IconButton } from '../controls/IconButton'
import { Menu } from '../controls/Menu'
import { MenuItem } from '../controls/MenuItem'
import { useWords } from '../use-words'

const THEMES = ['system', 'light', 'dark'] as const

export function ThemeMenu({
  theme,
  onTheme
}: {
  theme: Settings['theme']
  onTheme: (theme: Settings['theme']) => void
}) {
  const words = useWords()
  return (
    <Menu align="end" trigger={<IconButton icon={Contrast} label={words.frame.theme.label} />}>
      {THEMES.map((choice) => (
        <MenuItem key={choice} onSelect={() => onTheme(choice)}>
          <Check size="1.125rem" strokeWidth={1.5} aria-hidden className={choice === theme ? '' : 'invisible'} />
          {words.frame.theme[choice]}
        </MenuItem>
      ))}
    </Menu>
  )
}
