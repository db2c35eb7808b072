import type { MurmurRule } from '../../core/model-card'
import { useWords } from '../use-words'
import { PointTable } from './PointTable'
import { ReliabilityPlot } from './ReliabilityPlot'

/** What the answer about murmurs is worth: its score against experts, its band and what it finds. */
export function MurmurFigures({ murmur }: { murmur: MurmurRule }) {
  const words = useWords()
  return (
    <>
      <ReliabilityPlot question="murmur" reliability={murmur.reliability} />
      <PointTable
        title={words.accuracy.points.murmurs(murmur)}
        question="murmur"
        rows={[{ name: words.murmur.title, point: murmur }]}
      />
    </>
  )
}
