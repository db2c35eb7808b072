import { useState } from 'react'
import type { ModelCard } from '../../core/model-card'
import { Range } from '../controls/Range'
import { useWords } from '../use-words'
import { expectedCounts } from './expected-counts'
import { PointTable } from './PointTable'
import { TitledSection } from './TitledSection'

/** Each purpose with what it brings, also among recordings of which few are labelled abnormal. */
export function OperatingSection({ points, baseRate }: { points: ModelCard['operatingPoints']; baseRate: number }) {
  const words = useWords()
  const { points: text } = words.accuracy
  const [share, setShare] = useState(Math.round(100 * baseRate))
  return (
    <TitledSection title={text.title} lead={text.lead}>
      <div className="max-w-3xl">
        <Range
          label={text.slider}
          text={text.sliderText(share / 100)}
          value={share}
          min={1}
          max={90}
          onChange={setShare}
        />
        <ul className="mt-3 flex flex-col gap-2" aria-live="polite">
          {points.map((point) => {
            const { total, abnormal, found, missed, falseAlarms } = expectedCounts(point, share / 100)
            const { title } = words.model.operatingPoint(point.name)
            return (
              <li key={point.name}>
                <span className="font-medium">{title}</span>: {text.called(total, found + falseAlarms, found)}{' '}
                {text.missed(missed, abnormal)}
              </li>
            )
          })}
        </ul>
        <p className="mt-2 text-muted">
          {text.weighted(baseRate)} {text.explained}
        </p>
      </div>
      {[...new Set(points.map(words.accuracy.setting))].map((setting) => (
        <PointTable
          key={setting}
          title={setting}
          question="abnormal"
          rows={points
            .filter((point) => words.accuracy.setting(point) === setting)
            .map((point) => ({ name: words.model.operatingPoint(point.name).title, point }))}
        />
      ))}
    </TitledSection>
  )
}
