import type { Step } from '../../core/analysis'

const STEPS: Record<Step, string> = {
  reading: 'Reading the file',
  decoding: 'Decoding the sound',
  model: 'Asking the network',
  beat: 'Finding the beat'
}

export const steps = {
  name: (step: Step): string => STEPS[step],
  working: 'Analysing',
  waiting: 'Waiting for its turn',
  sending: 'Taking the file in',
  done: 'done',
  now: 'now',
  next: 'to come'
}
