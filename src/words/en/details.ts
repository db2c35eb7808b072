import type { NamedTuning } from '../../core/analysis'
import { numbers } from './numbers'

/** Every number behind an answer, for those who want it. */
export const details = {
  title: 'Technical details',
  groups: {
    recording: 'Recording',
    answer: 'Answer',
    murmur: 'Murmur',
    quality: 'Sound',
    model: 'Network',
    time: 'Time taken'
  },
  name: 'Name',
  added: 'Added',
  size: 'Size',
  format: 'Format',
  container: (container: string, codec: string): string => (container === codec ? container : `${container}, ${codec}`),
  sampleRate: 'Sample rate',
  channels: 'Channels',
  channelAnalysed: 'Channel analysed',
  channel: (number: number, count: number): string => `channel ${numbers.integer(number)} of ${numbers.integer(count)}`,
  chosenByBeat: (heights: readonly string[]): string => `chosen by its beat: regularity ${heights.join(' / ')}`,
  chosenByPerson: 'chosen by hand',
  length: 'Length',
  sha256: 'SHA-256',
  probability: 'Calibrated score, 0 to 1',
  interval: 'Other parts of this recording, 95 %',
  band: 'Cannot-tell band',
  stethoscope: 'Stethoscope',
  /** How its scale stands on the card's. */
  tuning: ({ name, scale, offset }: NamedTuning): string =>
    `${name}: log-odds × ${numbers.decimal(scale, 2)} ${offset < 0 ? '−' : '+'} ${numbers.decimal(Math.abs(offset), 2)}`,
  threshold: 'Threshold',
  operatingPoint: 'Operating point',
  certainty: 'Certainty, 0 to 1',
  similar: 'Similar recordings, of them labelled abnormal as weighted',
  /** `1,674, 20 %` */
  ofCount: (part: number, count: number): string =>
    count === 0 ? numbers.integer(0) : `${numbers.integer(count)}, ${numbers.percent(part / count)}`,
  baseRate: 'Labelled abnormal, as weighted',
  windows: 'Windows',
  qualityScore: 'Usable heart sound, 0 to 1',
  level: 'Level, dB relative to full scale',
  clipped: 'Cut off at the extremes',
  beats: 'Beats heard, sureness 0 to 1',
  ofSureness: (count: number, sureness: string): string => `${numbers.integer(count)}, ${sureness}`,
  heartRate: 'Heart rate',
  similarMurmurs: 'Similar recordings, of them with a murmur as weighted',
  baseRateMurmurs: 'With a murmur, as weighted',
  bandwidth: 'Sound heard from, to',
  distance: 'Distance to the training recordings',
  model: 'Name and version',
  modelHash: 'SHA-256 of the graph',
  trainedOn: 'Trained',
  modelSize: 'Parameters, multiply-adds',
  decode: 'Decoding',
  inference: 'Analysis',
  total: 'From bytes to answer',
  range: (low: string, high: string): string => `${low} to ${high}`,
  copy: 'Copy',
  copied: 'Copied',
  none: '–'
}
