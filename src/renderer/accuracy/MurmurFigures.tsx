import type { MurmurRule } from '../../core/model-card'
import { useWords } from '../use-words'
import { DataTable } from './DataTable'
import { Figure } from './Figure'
import { ReliabilityPlot } from './ReliabilityPlot'

/** What the answer about murmurs is worth: its score against experts, its band and what it finds. */
export function MurmurFigures({ murmur }: { murmur: MurmurRule }) {
  const {
    accuracy: text,
    gauge,
    model,
    murmur: { title }
  } = useWords()
  const { threshold, cannotTell, sensitivity, specificity, answered, answeredMacc } = murmur
  const { columns } = text.points
  return (
    <>
      <ReliabilityPlot question="murmur" reliability={murmur.reliability} />
      <DataTable
        title={text.setting(murmur)}
        columns={[
          { name: text.murmur.answer },
          { name: columns.threshold },
          { name: model.sensitivity, meaning: text.murmur.sensitivityMeaning },
          { name: model.specificity, meaning: text.murmur.specificityMeaning },
          { name: columns.band },
          { name: model.answered, meaning: model.answeredMeaning },
          { name: columns.answeredMacc }
        ]}
        rows={[
          {
            name: title,
            cells: [
              gauge.score(threshold),
              <Figure key="sensitivity" estimate={sensitivity} />,
              <Figure key="specificity" estimate={specificity} />,
              text.points.band(cannotTell.low, cannotTell.high),
              <Figure key="answered" estimate={answered} />,
              <Figure key="answered-macc" estimate={answeredMacc} />
            ]
          }
        ]}
      />
    </>
  )
}
