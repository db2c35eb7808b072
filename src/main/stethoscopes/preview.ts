import type { Recording } from '../../contracts/recording'
import { type KnownPerson, type SoundSource, soundSourceOf, type TuningPreview } from '../../contracts/stethoscope'
import type { Analysis, NamedTuning } from '../../core/analysis'
import { refusalOf } from '../../core/answer'
import { answerAgain, untunedLogOdds } from '../../core/answer-again'
import type { ModelCard } from '../../core/model-card'
import { notDrawn } from '../../core/picture'
import { type KnownRecording, type LeftOutReason, peopleOf, tune } from '../../core/tuning'

type Answered = Pick<Recording, 'id' | 'source' | 'state'>

/** What tuning with these people would do, to their own recordings and to every answer of the library. */
export function previewTuning(
  recordings: readonly Answered[],
  known: readonly KnownPerson[],
  card: ModelCard
): TuningPreview {
  const byId = new Map(recordings.map((recording) => [recording.id, recording]))
  const asked = known.map((person) => ({ ...person, found: analysisOf(byId.get(person.id), card) }))
  const used = asked.flatMap(({ id, kind, person, found }) =>
    typeof found === 'string' ? [] : [{ id, analysis: found, kind, person, logOdds: untunedLogOdds(found.answer) }]
  )
  const tuning: NamedTuning = { name: '', ...tune(used satisfies KnownRecording[], card.tuning) }
  return {
    scale: tuning.scale,
    offset: tuning.offset,
    people: { normal: peopleOf(used, 'normal'), abnormal: peopleOf(used, 'abnormal') },
    moved: used.map(({ id, analysis }) => ({
      id,
      before: answered(analysis, card, null),
      after: answered(analysis, card, tuning)
    })),
    leftOut: asked.flatMap(({ id, found }) => (typeof found === 'string' ? [{ id, reason: found }] : [])),
    turned: turnedBy(recordings, tuning, card)
  }
}

/** The analysis of a recording that tells something of its sensor, or why it does not. */
function analysisOf(recording: Answered | undefined, { sha256 }: ModelCard): Analysis | LeftOutReason {
  if (recording?.state.status !== 'analysed') return 'not-analysed'
  const { analysis } = recording.state
  if (analysis.model.sha256 !== sha256) return 'other-network'
  // A refused recording has a score, but nothing may be read from it.
  return refusalOf(analysis.answer) === null ? analysis : 'refused'
}

function turnedBy(recordings: readonly Answered[], tuning: NamedTuning, card: ModelCard): TuningPreview['turned'] {
  const counts = new Map<SoundSource, { answers: number; turned: number }>()
  for (const recording of recordings) {
    const source = soundSourceOf(recording)
    const analysis = analysisOf(recording, card)
    if (source === null || typeof analysis === 'string') continue
    const { answers, turned } = counts.get(source) ?? { answers: 0, turned: 0 }
    const isTurned = answered(analysis, card, tuning).outcome !== analysis.answer.outcome
    counts.set(source, { answers: answers + 1, turned: turned + Number(isTurned) })
  }
  return [...counts].map(([source, count]) => ({ source, ...count }))
}

function answered(analysis: Analysis, card: ModelCard, tuning: NamedTuning | null) {
  const { operatingPoint } = analysis.answer
  const { answer } = answerAgain(analysis, notDrawn('evidence-map'), card, { operatingPoint, tuning })
  const { abnormalProbability, outcome, cannotTell } = answer
  return { abnormalProbability, outcome, cannotTell }
}
