import { useWords } from '../use-words'
import { sectionId } from './TitledSection'

/** What the page holds, in its order: each entry leads to its section, and the focus with it. */
export function Contents({ titles }: { titles: readonly string[] }) {
  const words = useWords()
  return (
    <nav
      aria-label={words.accuracy.contents}
      className="card p-5 xl:sticky xl:top-0 xl:row-span-3 xl:row-start-1 xl:max-h-[calc(100dvh-5.5rem)] xl:self-start xl:overflow-y-auto xl:border-none xl:bg-transparent xl:p-1 print:hidden"
    >
      <h2 className="mb-2 text-base font-semibold">{words.accuracy.contents}</h2>
      <ol className="gap-x-6 sm:columns-2 xl:columns-1">
        {titles.map((title) => (
          <li key={title} className="break-inside-avoid">
            <a
              href={`#${sectionId(title)}`}
              onClick={(event) => {
                // The address says which view is shown; a place in it is no view.
                event.preventDefault()
                const section = document.getElementById(sectionId(title))
                section?.scrollIntoView()
                section?.focus({ preventScroll: true })
              }}
              className="block rounded-control py-1 text-accent underline-offset-4 hover:underline"
            >
              {title}
            </a>
          </li>
        ))}
      </ol>
    </nav>
  )
}
