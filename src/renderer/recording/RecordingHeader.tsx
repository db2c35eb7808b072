import { RotateCw } from 'lucide-react'
import type { ReactNode } from 'react'
import type { AudioFormat, Recording } from '../../contracts/recording'
import { Button } from '../controls/Button'
import { useWords } from '../use-words'

interface RecordingHeaderProps {
  recording: Recording
  format: AudioFormat
  /** What else there is to say of it. */
  children?: ReactNode
  onAnalyseAgain: () => void
}

/** Which recording this is: name, length, rate, and whether it was made rather than heard. */
export function RecordingHeader({ recording, format, children, onAnalyseAgain }: RecordingHeaderProps) {
  const words = useWords()
  const { name, source } = recording
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
      <h1 className="min-w-0 truncate text-lg font-semibold">{name}</h1>
      {source.kind !== 'file' && (
        <span
          className={`rounded-control border px-2 ${source.kind === 'simulator' ? 'border-dashed border-edge font-medium' : 'border-line text-muted'}`}
        >
          {words.sources.kinds[source.kind]}
        </span>
      )}
      <p className="text-muted">
        {words.numbers.duration(format.durationS)} · {words.numbers.hertz(format.sampleRate)} ·{' '}
        {words.details.container(format.container, format.codec)}
      </p>
      {children}
      <Button look="quiet" className={`max-sm:hidden ${children ? '' : 'ml-auto'}`} onClick={onAnalyseAgain}>
        <RotateCw size="1.125rem" strokeWidth={1.5} aria-hidden />
        {words.library.analyseAgain}
      </Button>
    </div>
  )
}
