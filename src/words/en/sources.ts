import { numbers } from './numbers'

/** Where a recording came from, and the two sources that ship with the program. */
export const sources = {
  kinds: { file: 'File', sample: 'Sample', simulator: 'Synthetic', phone: 'From a phone' },
  syntheticNote:
    'A made sound, not a heart. The network learned from real recordings only, so its answer here shows how it behaves, nothing more.'
}

/** How the database notes what a heart had, spelt out. */
const NOTED: Record<string, string> = {
  AD: 'aortic valve or aorta (AD)',
  CAD: 'narrowed coronary arteries (CAD)',
  MPC: 'several or other conditions, not named one by one (MPC)',
  MVP: 'mitral valve prolapse (MVP)'
}

/** What a sample turned out to be: told only after the answer. */
export const samples = {
  title: 'Samples',
  hint: 'Real recordings that no shipped network was trained on.',
  guess: 'How is it labelled?',
  labels: { normal: 'Normal', abnormal: 'Abnormal' },
  tell: 'Tell me',
  /** @param answer,guess whether they agree with the label; null where there is none */
  compared(answer: boolean | null, guess: boolean | null): string {
    const agrees = (is: boolean) => (is ? 'agrees' : 'differs')
    if (answer === null)
      return guess === null ? 'No answer to compare.' : `Your guess ${agrees(guess)}; there is no answer.`
    if (guess === null) return `The answer ${agrees(answer)}.`
    return answer === guess
      ? `Answer and guess ${answer ? 'agree' : 'differ'}.`
      : `The answer ${agrees(answer)}, your guess ${agrees(guess)}.`
  },
  origin: 'Where it comes from',
  reveal: (label: 'normal' | 'abnormal'): string => `Labelled ${label} in its database`,
  record: 'Record',
  database: 'Database',
  noted: 'Noted there as',
  /** @param note as the database writes it */
  condition: (note: string): string => NOTED[note] ?? note,
  source: 'Source',
  licence: 'Licence'
}

export const simulator = {
  title: 'Simulated heart',
  lead: 'Makes the sound of a heart with the rate and murmur you choose. It is labelled synthetic everywhere.',
  heartRate: 'Heart rate',
  beatsPerMinute: (value: number): string => `${numbers.integer(value)} beats a minute`,
  murmur: 'Murmur',
  murmurs: { none: 'None', systolic: 'In systole', diastolic: 'In diastole' },
  murmurLevel: 'Loudness of the murmur',
  noiseLevel: 'Loudness of the noise',
  relative: (decibels: number): string => `${numbers.integer(decibels)} dB relative to the first heart sound`,
  make: 'Make and analyse'
}
