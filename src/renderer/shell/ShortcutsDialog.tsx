import { Dialog } from '../controls/Dialog'
import { useWords } from '../use-words'

/** Every shortcut, as a list. */
export function ShortcutsDialog({ isOpen, onClose }: { isOpen: boolean; onClose: () => void }) {
  const { shortcuts } = useWords()
  const { keys } = shortcuts
  const control = /mac/i.test(navigator.userAgent) ? keys.command : keys.control
  const rows: [keys: string[], does: string][] = [
    [[control, 'O'], shortcuts.open],
    [[keys.space], shortcuts.play],
    [[keys.left], shortcuts.back],
    [[keys.right], shortcuts.forward],
    [[keys.home], shortcuts.home],
    [[keys.end], shortcuts.end],
    [['L'], shortcuts.loop],
    [[keys.escape], shortcuts.clear],
    [['+', '−'], shortcuts.zoom],
    [['F'], shortcuts.fit],
    [['G'], shortcuts.taller],
    [[keys.shift, 'G'], shortcuts.flatter],
    [['E'], shortcuts.evidence],
    [['M'], shortcuts.question],
    [['H'], shortcuts.beats],
    [[keys.enter], shortcuts.press],
    [['?'], shortcuts.help]
  ]
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={shortcuts.title}>
      <dl>
        {rows.map(([names, does]) => (
          <div key={does} className="flex items-center justify-between border-t border-line py-2">
            <dt>{does}</dt>
            <dd className="flex gap-1">
              {names.map((name) => (
                <kbd key={name} className="rounded-control border border-edge bg-sunken px-2 font-sans">
                  {name}
                </kbd>
              ))}
            </dd>
          </div>
        ))}
      </dl>
    </Dialog>
  )
}
