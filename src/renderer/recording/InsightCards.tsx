import { Activity, Info, ListChecks, TriangleAlert } from 'lucide-react'
import type { Analysis } from '../../core/analysis'
import { insightsOf } from '../../words/insights'
import { useWords } from '../use-words'

/** What was measured, what it can mean, what to do, limits. */
export function InsightCards({ analysis }: { analysis: Analysis }) {
  const words = useWords()
  const insights = insightsOf(analysis, words)
  const cards = [
    { key: 'measured', icon: Activity, title: words.insights.measured },
    { key: 'meaning', icon: Info, title: words.insights.meaning },
    { key: 'todo', icon: ListChecks, title: words.insights.todo },
    { key: 'limits', icon: TriangleAlert, title: words.insights.limits }
  ] as const
  return (
    <section aria-label={words.insights.title} className="grid gap-4 sm:grid-cols-2 xl:grid-cols-4">
      {cards.map(({ key, icon: Icon, title }) => (
        <div key={key} className="card p-5">
          <h3 className="mb-3 flex items-center gap-2 text-base font-semibold">
            <Icon size="1.25rem" strokeWidth={1.5} className="text-muted" aria-hidden />
            {title}
          </h3>
          <ul className="flex flex-col gap-2">
            {insights[key].map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {insights[key].length === 0 && <li className="text-muted">{words.insights.nothingMeasured}</li>}
          </ul>
        </div>
      ))}
    </section>
  )
}
