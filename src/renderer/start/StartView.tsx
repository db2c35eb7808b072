import { FolderOpen, HeartPulse } from 'lucide-react'
import type { Recording, Sample } from '../../contracts/recording'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'
import { RecentList } from './RecentList'
import { SampleCards } from './SampleCards'

interface StartViewProps {
  samples: readonly Sample[]
  recent: readonly Recording[]
  onChoose: () => void
  onSample: (id: string) => void
}

/** Three are enough to begin with; the menu has the rest. */
const SHOWN = 3

/** The empty window: one large place to drop, three samples, the last recordings. */
export function StartView({ samples, recent, onChoose, onSample }: StartViewProps) {
  const words = useWords()
  return (
    <div className="mx-auto flex w-full max-w-4xl flex-col gap-8 wide:py-8">
      <section className="flex flex-col items-center gap-3 rounded-card border-2 border-dashed border-edge bg-raised px-6 py-10 text-center wide:py-16">
        <HeartPulse size="2.5rem" strokeWidth={1.5} className="text-accent" aria-hidden />
        <h1 className="text-xl font-semibold tracking-tight">{words.start.title}</h1>
        <p className="text-base">{words.start.lead}</p>
        <Button look="primary" className="mt-2 h-11 px-5 text-base" onClick={onChoose}>
          <FolderOpen size="1.25rem" strokeWidth={1.5} aria-hidden />
          {words.frame.chooseFile}
        </Button>
        <p className="text-muted">{words.start.formats}</p>
      </section>
      {samples.length > 0 && <SampleCards samples={samples.slice(0, SHOWN)} onOpen={onSample} />}
      {recent.length > 0 && <RecentList recordings={recent.slice(0, SHOWN)} />}
      <p className="text-center text-balance text-muted">{words.answer.fixedLine}</p>
    </div>
  )
}
