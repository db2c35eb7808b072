import { HeartPulse, ScanSearch } from 'lucide-react'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'
import type { Layer } from './use-layer'

/** What can be drawn over the pictures; null for what there is none of. */
export function PictureSwitches({ beats, evidence }: { beats: Layer | null; evidence: Layer | null }) {
  const words = useWords()
  return (
    <>
      {beats && (
        <Button pressed={beats.isShown} onClick={beats.toggle}>
          <HeartPulse size="1.125rem" strokeWidth={1.5} aria-hidden />
          {words.picture.showBeats}
        </Button>
      )}
      {evidence && (
        <Button pressed={evidence.isShown} onClick={evidence.toggle}>
          <ScanSearch size="1.125rem" strokeWidth={1.5} aria-hidden />
          {words.picture.showEvidence}
        </Button>
      )}
    </>
  )
}
