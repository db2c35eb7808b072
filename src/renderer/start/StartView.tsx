import { FolderOpen } from 'lucide-react'
import type { ReactNode } from 'react'
import type { Settings } from '../../contracts/desktop-api'
import type { Recording, Sample } from '../../contracts/recording'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'
import { RecentList } from './RecentList'
import { SampleCards } from './SampleCards'

interface StartViewProps {
  samples: readonly Sample[]
  recent: readonly Recording[]
  /** What is chosen now; null before it is known. */
  purpose: Settings['operatingPoint'] | null
  /** How a phone comes to record for this computer. */
  phone: ReactNode
  onChoose: () => void
  onSample: (id: string) => void
}

/** Three are enough to begin with; the menu has the rest. */
const SHOWN = 3

/** The empty window: one large place to drop, a phone to record with, three samples, the last recordings. */
export function StartView({ samples, recent, purpose, phone, onChoose, onSample }: StartViewProps) {
  const words = useWords()
  return (
    <div className="mx-auto flex w-full max-w-5xl flex-col gap-6 wide:py-4">
      <div className="grid gap-4 md:grid-cols-[3fr_2fr]">
        <section
          aria-labelledby="start"
          className="flex flex-col items-center justify-center gap-3 rounded-card border-2 border-dashed border-edge bg-raised px-6 py-8 text-center md:min-h-80"
        >
          <h1 id="start" className="text-xl font-semibold tracking-tight">
            {words.start.title}
          </h1>
          <p className="text-base">{words.start.lead}</p>
          <Button look="primary" className="mt-2 h-11 px-5 text-base" onClick={onChoose}>
            <FolderOpen size="1.25rem" strokeWidth={1.5} aria-hidden />
            {words.frame.chooseFile}
          </Button>
          <p className="text-muted">{words.start.formats}</p>
        </section>
        {phone}
      </div>
      {samples.length > 0 && <SampleCards samples={samples.slice(0, SHOWN)} onOpen={onSample} />}
      {recent.length > 0 && <RecentList recordings={recent.slice(0, SHOWN)} purpose={purpose} />}
      <p className="text-center text-balance text-muted">{words.answer.fixedLine}</p>
    </div>
  )
}
