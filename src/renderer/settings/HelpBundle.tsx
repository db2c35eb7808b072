import { Button } from '../controls/Button'
import { useWords } from '../use-words'

interface HelpBundleProps {
  /** Null until it has been asked for. */
  text: string | null
  isMaking: boolean
  onShow: () => void
  onSave: (text: string) => void
}

/** What somebody who helps may be given: read first, then saved. */
export function HelpBundle({ text, isMaking, onShow, onSave }: HelpBundleProps) {
  const { bundle, system } = useWords()
  if (text === null)
    return (
      <Button disabled={isMaking} onClick={onShow}>
        {isMaking ? system.checking : bundle.show}
      </Button>
    )
  return (
    <>
      <textarea
        readOnly
        aria-label={bundle.title}
        rows={16}
        value={text}
        className="block w-full resize-y rounded-control border border-edge bg-sunken p-3 font-mono text-sm"
      />
      <Button className="mt-3" onClick={() => onSave(text)}>
        {bundle.save}
      </Button>
    </>
  )
}
