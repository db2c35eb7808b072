import type { Answer, MurmurAnswer, MurmurOutcome } from '../../core/analysis'
import { capital, frequencyClause } from './frequency'

const OUTCOMES: Record<MurmurOutcome, string> = {
  murmur: 'Murmur heard',
  'no-murmur': 'No murmur heard',
  'cannot-tell': 'Murmur: cannot tell'
}

/** What can be heard here, never what it comes from. */
const MEANINGS: Record<MurmurOutcome, string> = {
  murmur: 'Between the heart sounds there is something like what experts call a murmur.',
  'no-murmur': 'Nothing between the heart sounds is like what experts call a murmur.',
  'cannot-tell': 'The score lies in the middle, where testing found recordings with a murmur and without.'
}

const FOUND = { one: 'had a murmur', other: 'had a murmur' }

type Frequency = Pick<MurmurAnswer, 'similar' | 'baseRate'>

/** How many had one, never without of how many it is counted that they have one anyway. */
function howOften({ similar, baseRate }: Frequency): string {
  const found = { count: similar.count, found: similar.murmur }
  return `${frequencyClause(found, FOUND)}; counted as if ${Math.round(baseRate * 100)} of 100 had`
}

/** Words for the second answer, beside the first: the same on every door. */
export const murmur = {
  title: 'Murmur',
  outcome: (outcome: MurmurOutcome): string => OUTCOMES[outcome],
  /** One sentence under the outcome; never of a recording that was refused. */
  meaning: ({ outcome }: Pick<MurmurAnswer, 'outcome'>): string => MEANINGS[outcome],
  /** With of how many it is counted that they have one anyway. */
  frequency: (said: Frequency): string => `${capital(howOften(said))}.`,
  /** Outcome and natural frequency in one breath. */
  sentence: (said: MurmurAnswer): string =>
    `${OUTCOMES[said.outcome]}${said.outcome === 'cannot-tell' ? '; ' : ': '}${howOften(said)}.`,
  /** Where the two answers seem to contradict each other; null elsewhere. */
  together: (answer: Pick<Answer, 'outcome' | 'murmur'>): string | null => {
    const [examined, heard] = [answer.outcome, answer.murmur?.outcome]
    if (examined === 'normal-like' && heard === 'murmur') {
      return 'Both can be true: some people with a murmur are labelled normal by examination.'
    }
    return examined === 'abnormal-like' && heard === 'no-murmur'
      ? 'Both can be true: not all that an examination finds makes a murmur.'
      : null
  },
  older: 'Analyse again to hear about murmurs: earlier networks were not asked.'
}
