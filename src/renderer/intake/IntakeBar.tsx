import { useEffect, useRef, useState } from 'react'
import type { Recording, RecordingId } from '../../contracts/recording'
import { WorkBar } from '../controls/WorkBar'
import { useHost } from '../state/host-context'
import { useIntakes } from '../state/intakes'
import { useNotices } from '../state/notices'
import { go } from '../state/route'
import { useStore } from '../state/store'
import { useActions } from '../state/use-actions'
import { useWords } from '../use-words'
import { isAtWork, workProgress } from './work-progress'

const NONE: ReadonlySet<RecordingId> = new Set()
/** One recording shows its own steps. */
const SEVERAL = 2

/** How far several recordings are, wherever they came from: in every view, until the last of them is analysed. */
export function IntakeBar({ library }: { library: readonly Recording[] }) {
  const words = useWords()
  const { api } = useHost()
  const intakes = useIntakes()
  const { attempt } = useActions()
  const { batch } = useStore(intakes.store)
  const taken = useSeen(library, batch?.taken ?? [])
  const outside = { waiting: (batch?.waiting ?? 0) + taken.unseen, failed: batch?.failed ?? 0 }
  const atWork = library.filter(isAtWork)
  const isOver = atWork.length === 0 && outside.waiting === 0
  const burst = useBurst(atWork, isOver)
  useEnd(isOver, library)

  const { total, analysed, failed, fraction } = workProgress(new Set([...burst, ...taken.seen]), library, outside)
  if (isOver || total < SEVERAL) return null
  return (
    <WorkBar
      text={words.intake.progress(analysed + failed, total, batch?.leftOut ?? 0)}
      fraction={fraction}
      onCancel={() => {
        intakes.cancel()
        for (const { id } of atWork) void attempt(() => api.analysis.cancel({ id }))
      }}
    />
  )
}

/** What is done stays in the sum until nothing is at work any more, so that it does not run backwards. */
function useBurst(atWork: readonly Recording[], isOver: boolean): ReadonlySet<RecordingId> {
  const [burst, setBurst] = useState(NONE)
  useEffect(() => {
    if (isOver) setBurst(NONE)
    else if (atWork.some(({ id }) => !burst.has(id))) setBurst(new Set([...burst, ...atWork.map(({ id }) => id)]))
  }, [atWork, isOver, burst])
  return burst
}

/** The library may hear of a recording later than whoever sent it: until then it is still on its way. */
function useSeen(library: readonly Recording[], taken: readonly RecordingId[]) {
  const known = useRef(new Set<RecordingId>())
  for (const { id } of library) known.current.add(id)
  const seen = taken.filter((id) => known.current.has(id))
  return { seen, unseen: taken.length - seen.length }
}

/** Tells how a batch has ended. */
function useEnd(isOver: boolean, library: readonly Recording[]): void {
  const words = useWords()
  const intakes = useIntakes()
  const notices = useNotices()
  useEffect(() => {
    const { batch } = intakes.store.get()
    if (!isOver || !batch) return
    const { analysed, failed } = workProgress(new Set(batch.taken), library, batch)
    const open = { label: words.start.openLibrary, run: () => go({ view: 'library' }) }
    notices.tell(words.intake.over(analysed, failed, batch.leftOut), open)
    intakes.endBatch()
  }, [isOver, library, intakes, notices, words])
}
