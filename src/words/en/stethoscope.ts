import type { NamedTuning } from '../../core/analysis'
import type { Kind, LeftOutReason, MovedAnswer } from '../../core/tuning'
import { answer } from './answer'
import { gauge } from './gauge'
import { numbers } from './numbers'

type People = Readonly<Record<Kind, number>>

const NONE = 'None'

/** With so few the scores may move the wrong way. */
const FEW_PEOPLE = 5

const LEFT_OUT: Record<LeftOutReason, string> = {
  'not-analysed': 'has no answer yet',
  refused: 'was refused, so that its score says nothing',
  'other-network': 'was analysed by another network; analyse it again'
}

const peopleOf = (count: number, kind: string): string =>
  `${numbers.integer(count)} ${kind} ${numbers.plural(count, { one: 'person', other: 'people' })}`

/** Who it was made with. */
const people = ({ normal, abnormal }: People): string =>
  [normal > 0 ? peopleOf(normal, 'normal') : [], abnormal > 0 ? peopleOf(abnormal, 'abnormal') : []].flat().join(', ')

const moved = ({ before, after }: { before: MovedAnswer; after: MovedAnswer }): string => {
  const scores = `${gauge.score(before.abnormalProbability)} → ${gauge.score(after.abnormalProbability)}`
  const outcomes =
    before.outcome === after.outcome
      ? answer.outcome(after.outcome)
      : `${answer.outcome(before.outcome)} → ${answer.outcome(after.outcome)}`
  return `${scores}, ${outcomes}`
}

/** A sensor's own scale, made with people who are known. */
export const stethoscope = {
  title: 'Your stethoscope',
  hint: 'Stethoscopes and phones differ, and each moves the score a little. Recordings of a few people of whom you know that they are normal, from elsewhere, show by how much.',
  limits:
    'Tuning moves all scores of one stethoscope alike. It makes no poor recording better, lets the network hear nothing new, and does not touch the murmur answer.',
  empty: 'No stethoscope is tuned yet.',
  /** Under an answer that stands on such a scale. */
  note: ({ name }: Pick<NamedTuning, 'name'>): string =>
    `Tuned to “${name}”: the score was moved by what recordings of known people showed of this stethoscope.`,
  people: (made: People): string => `Made with ${people(made)}`,
  /** What becomes of a score in the middle. @param score 0 to 1 */
  moves: (score: number): string => `a score of ${gauge.score(0.5)} becomes ${gauge.score(score)}`,
  otherNetwork: (version: string): string =>
    `Made for network ${version}, which is not the one that answers now: it is not used. Tune it anew.`,
  kept: 'Stethoscopes',
  tune: 'Tune a stethoscope',
  import: 'Import',
  export: 'Export',
  rename: 'Rename',
  remove: 'Delete',
  more: (name: string): string => `More for ${name}`,
  renameLabel: 'Name of the stethoscope',
  imported: (name: string): string => `“${name}” was imported. Choose below what it is used for.`,
  removed: (name: string): string => `“${name}” deleted. Its answers stand on the network’s own scale again.`,
  usedFor: 'Used for',
  sources: {
    files: 'Files',
    phone: (name: string): string => `Phone: ${name}`,
    none: NONE
  },
  /** Beside one recording. */
  ofRecording: 'Stethoscope',
  likeSource: (name: string | null): string => `As its source: ${name ?? NONE}`,
  form: {
    source: 'Recorded with',
    sourceHint: 'Recordings from the library, all made with the same stethoscope.',
    person: 'Person',
    kinds: { none: 'Not used', normal: 'Normal', abnormal: 'Abnormal' } satisfies Record<Kind | 'none', string>,
    kindOf: (name: string): string => `What is known of ${name}`,
    personOf: (name: string): string => `Who was recorded in ${name}`,
    personHint: 'Recordings of one person weigh as one; those without a name count as one person.',
    noRecordings: 'The library holds no recording from here yet.',
    pick: 'Say of at least one recording that the person is known to be normal.',
    few: `Fewer than ${numbers.integer(FEW_PEOPLE)} normal people tell little, so that little is moved.`,
    onlyAbnormal:
      'Without normal people the program cannot tell a shifted score from a sick heart. Add some who are normal.',
    weighs: 'What it would change',
    turned: (turned: number, answers: number): string =>
      `Of ${numbers.integer(answers)} ${numbers.plural(answers, { one: 'answer', other: 'answers' })} from here, ${numbers.integer(turned)} would be another.`,
    name: 'Name',
    namePlaceholder: 'For example: the blue one',
    use: (source: string): string => `Use it for everything from here: ${source}`,
    useNote:
      'Answers from here are made again at once, and say that they are tuned. You can take that back at any time.',
    keep: 'Keep'
  },
  keptAs: (name: string): string => `“${name}” is kept.`,
  isFew: ({ normal }: People): boolean => normal < FEW_PEOPLE,
  moved,
  leftOut: (name: string, reason: LeftOutReason): string => `${name} ${LEFT_OUT[reason]}.`,
  terminal: {
    purpose: 'tune the score to a stethoscope, with recordings of people who are known',
    normal: 'files or folders, or recordings of the library by name: each is one person known to be normal',
    abnormal: 'the same of people known to be abnormal',
    name: 'what the stethoscope is called',
    out: 'write it to this file; without it you only see what it would change',
    data: 'folder of the library',
    profile: 'a stethoscope that `tune` or the window wrote',
    nobody: 'Nobody is left to tune with.',
    written: (file: string): string => `Written to ${file}. Use it with: ops-fusion analyse --profile ${file} …`,
    notWritten: 'Nothing was written: --out names the file to write.'
  }
}
