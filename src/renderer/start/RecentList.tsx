import type { Settings } from '../../contracts/desktop-api'
import type { Recording } from '../../contracts/recording'
import { AnswerBadge } from '../library/AnswerBadge'
import { PurposeName } from '../library/PurposeName'
import { hashOf } from '../state/route'
import { useWords } from '../use-words'

interface RecentListProps {
  recordings: readonly Recording[]
  /** What is chosen now; null before it is known. */
  purpose: Settings['operatingPoint'] | null
}

/** The last recordings, to go on where one left off. */
export function RecentList({ recordings, purpose }: RecentListProps) {
  const words = useWords()
  return (
    <section aria-labelledby="recent">
      <div className="mb-2 flex items-baseline justify-between">
        <h2 id="recent" className="text-base font-semibold">
          {words.start.recent}
        </h2>
        <a className="text-accent underline-offset-4 hover:underline" href={hashOf({ view: 'library' })}>
          {words.start.openLibrary}
        </a>
      </div>
      <ul className="card divide-y divide-line">
        {recordings.map((recording) => (
          <li key={recording.id}>
            <a
              href={hashOf({ view: 'analyse', id: recording.id })}
              className="flex items-center justify-between gap-4 px-4 py-3 hover:bg-sunken"
            >
              <span className="min-w-0 truncate font-medium">{recording.name}</span>
              <span className="flex shrink-0 flex-wrap items-center justify-end gap-x-4">
                <PurposeName recording={recording} now={purpose} />
                <AnswerBadge recording={recording} />
              </span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
