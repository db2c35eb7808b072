import { useState } from 'react'
import type { ModelCard } from '../../core/model-card'
import { Range } from '../controls/Range'
import { useWords } from '../use-words'
import { DataTable } from './DataTable'
import { expectedCounts } from './expected-counts'
import { Figure } from './Figure'
import { TitledSection } from './TitledSection'

/** Each purpose with what it brings, also among recordings of which few are labelled abnormal. */
export function OperatingSection({ points, baseRate }: { points: ModelCard['operatingPoints']; baseRate: number }) {
  const words = useWords()
  const { points: text } = words.accuracy
  const [share, setShare] = useState(Math.round(100 * baseRate))
  const columns = [
    { name: words.accuracy.columns.purpose },
    { name: text.columns.threshold },
    { name: text.columns.odds },
    { name: words.model.sensitivity, meaning: words.model.sensitivityMeaning },
    { name: words.model.specificity, meaning: words.model.specificityMeaning },
    { name: text.columns.band },
    { name: text.columns.answered, meaning: words.model.answeredMeaning },
    { name: text.columns.answeredMacc }
  ]
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
        <DataTable
          key={setting}
          title={setting}
          columns={columns}
          rows={points
            .filter((point) => words.accuracy.setting(point) === setting)
            .map(({ name, threshold, odds, cannotTell, sensitivity, specificity, answered, answeredMacc }) => ({
              name: words.model.operatingPoint(name).title,
              cells: [
                words.gauge.score(threshold),
                text.odds(odds),
                <Figure key="sensitivity" estimate={sensitivity} />,
                <Figure key="specificity" estimate={specificity} />,
                text.band(cannotTell.low, cannotTell.high),
                <Figure key="answered" estimate={answered} />,
                <Figure key="answered-macc" estimate={answeredMacc} />
              ]
            }))}
        />
      ))}
    </TitledSection>
  )
}
