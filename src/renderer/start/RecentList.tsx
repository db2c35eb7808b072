import type { Recording } from '../../contracts/recording'
import { AnswerBadge } from '../library/AnswerBadge'
import { hashOf } from '../state/route'
import { useWords } from '../use-words'

/** The last recordings, to go on where one left off. */
export function RecentList({ recordings }: { recordings: readonly Recording[] }) {
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
              <AnswerBadge recording={recording} />
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
