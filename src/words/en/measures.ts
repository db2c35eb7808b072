import { numbers } from './numbers'

/** What a figure is called, and what it tells. */
interface Wording {
  name: string
  meaning: string
}

const MEASURES: Record<string, Wording> = {
  AUC: {
    name: 'AUC',
    meaning:
      'Of two recordings, one labelled abnormal and one normal, or one with a murmur and one without, how often the former gets the higher score. 1 is always; 0.5 is what a coin would do. For usable recordings likewise.'
  },
  MAcc: {
    name: 'MAcc',
    meaning: 'Mean of sensitivity and specificity when it has to answer every time. 0.5 is what a coin would do.'
  },
  'MAcc answered': { name: 'MAcc, answered', meaning: 'The MAcc over those recordings alone that get an answer.' },
  'MAcc gained': {
    name: 'MAcc gained',
    meaning: 'By how much the MAcc is higher once the scale is tuned; below 0, it is lower.'
  },
  answered: { name: 'Answered', meaning: 'Share of the recordings that get an answer at all.' },
  sensitivity: {
    name: 'Sensitivity',
    meaning: 'Share of the recordings labelled abnormal, or with a murmur, that are called so.'
  },
  specificity: {
    name: 'Specificity',
    meaning: 'Share of the recordings labelled normal, or without a murmur, that are called so.'
  },
  'specificity, as sensitive as it comes': {
    name: 'Specificity, as sensitive',
    meaning: 'The specificity with the threshold moved until the sensitivity is that of before tuning.'
  },
  ECE: {
    name: 'Error of the score',
    meaning: 'Mean distance between score and share labelled abnormal (ECE). 0 is best.'
  },
  'ECE of a perfect model': {
    name: 'Error by chance',
    meaning: 'What this error would be for a perfect score, by chance alone, with as many recordings.'
  },
  'ECE calibrated alone': {
    name: 'Error with a scale of its own',
    meaning: 'What the error would be if this database had a scale of its own, fitted on half of it.'
  },
  'time / shipped': { name: 'Time', meaning: 'Time for one window; this network takes 1.' },
  'score moved': {
    name: 'Score moved',
    meaning: 'How far the score moved by the change, on average; it goes from 0 to 1.'
  },
  'AUC, equally clear': {
    name: 'AUC, equally clear',
    meaning: 'The AUC when recordings of both kinds are weighted until they are equally clear.'
  },
  'AUC of clarity alone': {
    name: 'AUC of clarity alone',
    meaning: 'The AUC of calling the least clear recordings abnormal, without hearing anything else.'
  },
  'score against clarity': {
    name: 'Score against clarity',
    meaning:
      'Correlation of the score with clarity, over the recordings labelled normal. 0 is best; below 0, unclear recordings are scored higher than clear ones.'
  },
  refused: { name: 'Refused', meaning: 'Share of the sounds that get no answer because they are taken for no heart.' },
  'weighted accuracy': {
    name: 'Weighted accuracy',
    meaning: 'Share of the people who are judged right, those with a murmur counted five times.'
  },
  marked: { name: 'Marked', meaning: 'Share of the recordings in which heart sounds are marked at all.' },
  'S1 F1 at 100 ms': paired('S1', 'first', 100),
  'S2 F1 at 100 ms': paired('S2', 'second', 100),
  'S1 F1 at 60 ms': paired('S1', 'first', 60),
  'S2 F1 at 60 ms': paired('S2', 'second', 60),
  'heart rate within 5 bpm': {
    name: 'Heart rate right',
    meaning: 'Share of the heart rates said that are off by 5 beats a minute at most.'
  },
  'turned to the opposite': {
    name: 'Turned',
    meaning: 'Share of the answers that turned to the opposite by what is missing.'
  },
  'without an answer': { name: 'No answer', meaning: 'Share that got no answer once something was missing.' },
  'murmur said': { name: 'Murmur heard', meaning: 'Share of the recordings in which a murmur is heard.' },
  kept: { name: 'Kept', meaning: 'Share of the recordings that are taken for usable heart sound.' }
}

/** F1 is the share of sounds and marks together that pair. */
function paired(sound: string, which: string, ms: number): Wording {
  return {
    name: `${sound} within ${numbers.milliseconds(ms)}`,
    meaning: `Of the ${which} sounds and their marks together, the share that lie within ${numbers.milliseconds(ms)} of each other (F1). 1 is best.`
  }
}

/** What a measure of the card is called and tells; its own name and nothing more where it is unknown. */
export function measure(name: string): Wording {
  return MEASURES[name] ?? { name, meaning: '' }
}
