import type { Question } from '../../core/analysis'
import type { Estimate, Metric, ModelCard, OperatingPoint, Protocol, Setting } from '../../core/model-card'
import type { CountedBin } from '../../core/similar'
import { measure } from './measures'
import { model } from './model'
import { numbers } from './numbers'

/** What each protocol asks, by its letter. */
const PROTOCOLS: Record<Protocol, { title: string; meaning: string }> = {
  A: {
    title: 'On recordings like those it learned from',
    meaning:
      'The official test list was kept out of training, but its hospitals and sensors were known. In every database of the list as many recordings are labelled abnormal as normal, so recognising the database is worth nothing. Figures from “inside” come from the training recordings, each judged by a network that had not heard it.'
  },
  B: {
    title: 'On a hospital and a sensor it never heard',
    meaning:
      'A network is trained anew without one database and judged on it, for each database in turn. Your own device is most likely another one still, so these figures are nearer to what you can expect than any others here.'
  },
  C: {
    title: 'Shuffled, only to compare with what others publish',
    meaning:
      'All recordings are shuffled and dealt out to training and test. This has a flaw: the same people and the same sensors are on both sides, and a network that recognises the sensor scores well without hearing the heart. Nothing was chosen by these figures, and they promise nothing for a new recording.'
  },
  D: {
    title: 'Whether the score means what it says',
    meaning:
      'A score can be taken at its word where, of all recordings with that score, just that share is labelled abnormal. The error is how far off it is on average.'
  },
  E: {
    title: 'What it refuses',
    meaning:
      'Silence, noise, speech and other sounds that are no heart, made by a program or recorded, and kept out of training. They should all be refused, and made-up hearts should all be kept.'
  },
  F: {
    title: 'Whether it knows a usable recording',
    meaning: 'How well it agrees with the people who judged which recordings are good enough to use.'
  },
  G: {
    title: 'Which conditions it hears',
    meaning:
      'The recordings of one condition, as the data set names it, against the normal ones of the same database; counted are those with the condition. The names come from an examination of the person, not from the sound: some conditions are heard in nearly every recording, others leave most recordings without a sign. The first table is of networks that knew the database, the second of networks that never heard it.'
  },
  H: {
    title: 'What a phone and a room do to it',
    meaning:
      'The official test list again, each recording changed first: compressed as a phone may compress it, its bass cut off as by a small microphone, hiss added.'
  },
  I: {
    title: 'Whether it hears the heart, or how clear the recording is',
    meaning:
      'In the data set the recordings labelled abnormal are less clear than the normal ones: their first and second sounds stand out less. Whether that is the heart or the way of recording, the data does not tell. A listener that hears nothing but that scores surprisingly well, and would take every poor recording for abnormal. Here the recordings are weighted until both kinds are equally clear.'
  },
  J: {
    title: 'Whether anybody gets no answer for what there is to hear',
    meaning:
      'A recording must not be refused because its heart sounds unusual. Of the recordings that people judged good, as many labelled abnormal should be kept as labelled normal; and real hearts with a made-up murmur should be kept like the same hearts without.'
  },
  K: {
    title: 'Whether it hears a murmur',
    meaning:
      'Experts listened to children and adults at up to four places and noted whether there is a murmur. The network is asked about people it never met; “people” go by the place that sounds most like a murmur.'
  },
  L: {
    title: 'Whether the heart sounds are marked where they are',
    meaning:
      'The marks of the first and second sound against beats that were corrected by hand: a mark counts as right where it lies near enough.'
  },
  M: {
    title: 'Whether it notices what is missing',
    meaning:
      'Normal recordings without their treble or bass, as a bell, a small microphone or a low rate leaves them. None should get the opposite answer: either the same one, or word of what is missing.'
  },
  N: {
    title: 'What it brings to tune it to a stethoscope',
    meaning:
      'A new sensor moves the score. From a few people with known labels, of a database that the network never heard, its scale is fitted, and the rest of that database judged before and after.'
  }
}

/** The same where there is room for two words only. */
const SHORT: Record<Setting['protocol'], string> = {
  A: 'official list',
  B: 'database never heard',
  C: 'shuffled',
  D: 'score against labels',
  E: 'no heart',
  F: 'usable',
  G: 'by condition',
  H: 'changed',
  I: 'equally clear',
  J: 'refused alike',
  K: 'murmurs',
  L: 'marks',
  M: 'what is missing',
  N: 'tuned',
  speed: 'one thread'
}

/** The score of each question against what was found. */
const RELIABILITY: Record<Question, { title: string; found: string; column: string }> = {
  abnormal: { title: 'Score against labels', found: 'labelled abnormal', column: 'Labelled abnormal, of 100' },
  murmur: { title: 'Murmur score against experts', found: 'with a murmur', column: 'With a murmur, of 100' }
}

/** What a row of a question's points is called, and of whom its sensitivity and specificity count how many. */
interface PointRows {
  row: string
  found: string
  spared: string
}

const POINT_ROWS: Record<Question, PointRows> = {
  abnormal: { row: 'Purpose', found: model.sensitivityMeaning, spared: model.specificityMeaning },
  murmur: {
    row: 'Answer',
    found: 'of 100 recordings with a murmur, in this many one is heard',
    spared: 'of 100 recordings without, in this many none is heard'
  }
}

type Reliability = Pick<ModelCard['reliability'], 'about' | 'baseRate'>

const two = (value: number) => numbers.chance(value, 2)
const per100 = (share: number) => numbers.integer(100 * share)

/** The page that says how far an answer can be trusted; every figure on it is the model card's. */
export const accuracy = {
  title: 'How good is it?',
  link: 'How good is it?',
  lead: 'All of it was measured on recordings with known labels. What it cannot do comes first.',
  contents: 'On this page',
  limits: 'What it cannot do',
  reading: 'How to read the figures',
  interval:
    'Numbers in brackets are the 95 % interval: with other recordings of the same kind the figure would most likely lie in there. The fewer recordings, the wider it is.',
  protocol: (protocol: Protocol): { title: string; meaning: string } => PROTOCOLS[protocol],
  /** `A: official 301` */
  setting: ({ protocol, about }: Setting): string => `${protocol}: ${about}`,
  measure,
  /** `0.91` and `0.88 to 0.93` */
  value: ({ value }: Estimate): string => two(value),
  range: ({ low, high }: Estimate): string => `${two(low)} to ${two(high)}`,
  none: '–',
  columns: { data: 'Measured on', count: 'Recordings', network: 'Network', size: 'Size' },
  numbersOf: (title: string): string => `${title}: the numbers`,
  /** Axes that count of a hundred. */
  tick: (share: number): string => per100(share),
  roc: {
    title: 'Found against false alarms',
    x: 'false alarms: called abnormal-like, of 100 labelled normal',
    y: 'found: called abnormal-like, of 100 labelled abnormal',
    coin: 'a coin',
    explained:
      'Each line shows what every possible threshold would do; the nearer to the top left, the better. The marks are the three purposes that can be chosen.',
    curve: (data: string, area: Estimate | null): string =>
      area === null ? data : `${data}: AUC ${two(area.value)} (${two(area.low)} to ${two(area.high)})`,
    point: (title: string, sensitivity: Estimate, specificity: Estimate): string =>
      `${title}: finds ${per100(sensitivity.value)} of 100 (${per100(sensitivity.low)} to ${per100(sensitivity.high)}), with ${per100(1 - specificity.value)} false alarms of 100 (${per100(1 - specificity.high)} to ${per100(1 - specificity.low)})`,
    description: (curves: readonly string[], points: readonly string[]): string =>
      `Curves of found recordings against false alarms. ${curves.join('; ')}. Purposes: ${points.join('; ')}.`
  },
  away: {
    title: 'At home and away',
    axis: 'AUC',
    home: 'at home: database known',
    away: 'away: database never heard',
    coin: 'a coin',
    explained:
      'Lines are the 95 % intervals. What falls from home to away is what it knew of the hospital and its sensor, not of hearts.',
    row: (data: string, home: Metric | null, away: Metric | null): string =>
      [
        data,
        ...(home ? [`at home ${two(home.value)} (${two(home.low)} to ${two(home.high)})`] : []),
        ...(away ? [`away ${two(away.value)} (${two(away.low)} to ${two(away.high)})`] : [])
      ].join(', '),
    description: (rows: readonly string[]): string => `AUC by database. ${rows.join('; ')}.`
  },
  reliability: {
    title: (question: Question): string => RELIABILITY[question].title,
    x: 'score, per cent',
    y: (question: Question): string => `${RELIABILITY[question].found}, of 100`,
    ideal: 'as it says',
    base: (share: number): string => `all, as weighted: ${per100(share)} of 100`,
    explained: ({ about, baseRate }: Reliability, question: Question): string =>
      `Dots are groups of recordings with similar scores; the number beside one is how many. Each was scored by networks that had not learned from it, and all are weighted as if ${per100(baseRate)} of 100 were ${RELIABILITY[question].found}. On the slanted line the score is taken at its word. Measured on ${about}.`,
    columns: { score: 'Score', count: 'Recordings', found: (question: Question) => RELIABILITY[question].column },
    score: ({ low, high }: CountedBin): string => `${two(low)} to ${two(high)}`,
    /** Of 100, as weighted. */
    share: ({ count, found }: CountedBin): string => per100(found / count),
    row: ({ low, high, count, found }: CountedBin, question: Question): string =>
      `score ${two(low)} to ${two(high)}: ${per100(found / count)} of 100 ${RELIABILITY[question].found}, by ${numbers.integer(count)} recordings`,
    description: (rows: readonly string[], baseRate: number, question: Question): string =>
      `${RELIABILITY[question].title}. ${rows.join('; ')}. Weighted as if ${per100(baseRate)} of 100 were ${RELIABILITY[question].found}.`
  },
  points: {
    title: 'What each purpose brings and costs',
    lead: 'Choose the purpose in the settings. How much an answer is worth also depends on how many of the recordings it hears are labelled abnormal: move the slider and see.',
    slider: 'Labelled abnormal, of 100 recordings',
    sliderText: (share: number): string => `${per100(share)} of 100`,
    weighted: (share: number): string =>
      `The frequency beside an answer is counted as if it were ${per100(share)} of 100; among people at large it is far fewer.`,
    /** Of the recordings that are called abnormal-like, how many are labelled so. */
    called: (total: number, called: number, found: number): string =>
      `of ${numbers.integer(total)} recordings about ${numbers.integer(called)} would be called abnormal-like, and ${called === 0 ? 'none of them is' : `${numbers.integer(found)} of those ${numbers.plural(found, { one: 'is', other: 'are' })}`} labelled abnormal.`,
    missed: (missed: number, abnormal: number): string =>
      `${numbers.integer(missed)} of the ${numbers.integer(abnormal)} labelled abnormal would be missed.`,
    explained: 'Counted with an answer every time, as if the recordings were like those of the test.',
    columns: {
      threshold: 'Threshold',
      odds: 'Normal-like, abnormal-like where of 100 similar ones',
      band: 'No answer from',
      answeredMacc: 'MAcc of the answered'
    },
    rows: (question: Question): PointRows => POINT_ROWS[question],
    /** Above what the answer about murmurs brings. */
    murmurs: ({ protocol, about }: Setting): string => `The answer about murmurs, ${protocol}: ${about}`,
    band: (low: number, high: number): string => `${two(low)} to ${two(high)}`,
    /** What each answer promises. */
    odds: ({ normalAtMost, abnormalAtLeast }: OperatingPoint['odds']): string =>
      `at most ${per100(normalAtMost)}, at least ${per100(abnormalAtLeast)} are labelled abnormal`
  },
  others: {
    title: 'Beside other networks',
    lead: 'Trained on the same recordings and judged the same way, to show what was gained and what a smaller form would cost.',
    shipped: 'this network',
    /** `AUC, all databases; official list` */
    row: (measure: string, data: string, protocol: Setting['protocol']): string =>
      `${measure}, ${data}; ${SHORT[protocol]}`
  },
  data: 'What it learned from',
  licence: 'Licence',
  made: 'What it is made of',
  network: 'The network',
  size: (parameters: number, multiplyAdds: number, bytes: number): string =>
    `${numbers.integer(parameters)} parameters, ${numbers.decimal(multiplyAdds / 1e6, 1)} million multiply-adds for a window, ${numbers.bytes(bytes)}.`,
  heldOut: 'Held out',
  dataset: (recordings: number, hours: number): string =>
    `${numbers.integer(recordings)} recordings, ${numbers.decimal(hours, 1)} hours`
}
