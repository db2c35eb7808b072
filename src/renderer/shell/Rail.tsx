import { AudioWaveform, ChartSpline, Library, MonitorCheck, Settings, Smartphone } from 'lucide-react'
import { hashOf, type Route } from '../state/route'
import { useWords } from '../use-words'
import { Product } from './Product'

const VIEWS = [
  { view: 'analyse', icon: AudioWaveform, to: hashOf({ view: 'analyse', id: null }) },
  { view: 'library', icon: Library, to: hashOf({ view: 'library' }) },
  { view: 'phone', icon: Smartphone, to: hashOf({ view: 'phone' }) },
  { view: 'accuracy', icon: ChartSpline, to: hashOf({ view: 'accuracy' }) },
  { view: 'system', icon: MonitorCheck, to: hashOf({ view: 'system' }) },
  { view: 'settings', icon: Settings, to: hashOf({ view: 'settings' }) }
] as const

interface RailProps {
  current: Route['view']
  /** Recordings that have arrived and that nobody has looked at. */
  newCount: number
}

/** The views: on the left, or at the bottom of a narrow window. */
export function Rail({ current, newCount }: RailProps) {
  const words = useWords()
  return (
    <nav
      aria-label={words.frame.navigation}
      className="flex shrink-0 justify-around border-line bg-raised max-wide:border-t print:hidden wide:w-24 wide:flex-col wide:justify-start wide:gap-1 wide:border-r wide:p-2"
    >
      <Product className="hidden flex-col py-2 text-center leading-4 wide:flex" />
      {VIEWS.map(({ view, icon: Icon, to }) => (
        <a
          key={view}
          href={to}
          aria-current={view === current ? 'page' : undefined}
          className={`relative flex min-h-14 grow flex-col items-center gap-1 rounded-control px-0.5 py-2 text-center leading-4 max-wide:basis-0 max-sm:tracking-tight sm:px-2 wide:grow-0 ${view === current ? 'bg-sunken font-medium text-accent forced:text-[Highlight]' : 'text-muted hover:bg-sunken hover:text-text'} ${view === 'system' ? 'wide:mt-auto' : ''}`}
        >
          <Icon size="1.375rem" strokeWidth={1.5} aria-hidden />
          {words.frame.views[view]}
          {view === 'library' && newCount > 0 && <NewCount count={newCount} />}
        </a>
      ))}
    </nav>
  )
}

function NewCount({ count }: { count: number }) {
  const words = useWords()
  return (
    <span className="absolute top-0.5 left-1/2 ml-1.5 min-w-5 rounded-full bg-accent px-1.5 text-center font-medium text-on-accent forced:bg-[Highlight] forced:text-[HighlightText]">
      {words.numbers.integer(count)} <span className="sr-only">{words.frame.arrivedCount}</span>
    </span>
  )
}
